using System.Text.Json.Serialization;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary>A seal that was made: whose, its key in hexadecimal digits and its fingerprint, and its files.</summary>
internal sealed record NewSealAnswer(
    string Party, string Key, string Fingerprint, string KeyFile, string Chain, string Public);

/// <summary>A seal as its files show it without a passphrase; whether it named its successor; and every entry of its
/// chain.</summary>
internal sealed record ShownSealAnswer(
    string Party, string Key, string Fingerprint, bool HasEnded, IReadOnlyList<EntryAnswer> Entries)
{
    internal static ShownSealAnswer Of(SealKeyFileReading.Named header, SealChainFile chain) => new(header.Party,
        header.Key.ToString(), SealFingerprint.Of(header.Key).ToString(), chain.HasEnded,
        [.. chain.Entries.Select(entry => new EntryAnswer(entry.Content.Number, SealWords.Kind(entry.Content.Kind),
            entry.Content.ClaimedAt, entry.Hash().ToString()))]);
}

/// <summary>An entry of a chain: its number, what it signed, when by its signer's clock, and its hash.</summary>
internal sealed record EntryAnswer(ulong Entry, string Kind, DateTimeOffset ClaimedAt, string EntryHash);

/// <summary>What became of a chain: the file in which the incomplete entry is kept, if there was one.</summary>
internal sealed record MendedSealAnswer(string Party, bool IsChanged, string? KeptIn);

/// <summary>A statement that was signed or withdrawn, and the file that says so.</summary>
internal sealed record SignedStatementAnswer(string Party, string Id, int Revision, string File);

/// <summary>Whether the letter is of the seal that was read aloud, and in which file that is kept; or that nothing was
/// to be compared, since the seal is recognised already. Of an unequal one there is no answer but the exit
/// code.</summary>
internal sealed record ComparedLetterAnswer(string Party, bool IsRecognised, bool? IsEqual, string? Comparison);

/// <summary>How these are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewSealAnswer))]
[JsonSerializable(typeof(ShownSealAnswer))]
[JsonSerializable(typeof(MendedSealAnswer))]
[JsonSerializable(typeof(SignedStatementAnswer))]
[JsonSerializable(typeof(ComparedLetterAnswer))]
[JsonSerializable(typeof(SealedAnswer))]
internal sealed partial class CliJson : JsonSerializerContext;
