using System.Text;
using System.Text.Unicode;
using Coulisse.Crypto.Codec;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary>
/// What was heard when a letter was compared: a file of mode 0600 beside the letter. It holds the digits and no
/// verdict;
/// whoever reads it compares again.
/// </summary>
/// <param name="Own">The own seal.</param>
/// <param name="Letter">The hash of the letter's entry.</param>
/// <param name="IsAfterTheft">Whether the letter was given for a seal that a theft replaced.</param>
/// <param name="Heard">The digits that were read aloud.</param>
internal sealed record ComparisonFile(SealPublicKey Own, Opaque Letter, bool IsAfterTheft, SealFingerprint Heard)
{
    internal const string Extension = ".comparison";

    private const int BytesMax = 1_024;
    private const string Heading = "COULISSE COMPARISON 1";

    internal static string PathFor(string letter) => Path.ChangeExtension(letter, Extension);

    internal byte[] Write() => Encoding.UTF8.GetBytes(
        $"{Heading}\nOwn seal: {Own}\nLetter: {Letter}\n"
        + $"After theft: {(IsAfterTheft ? "yes" : "no")}\nHeard: {Heard}\n");

    /// <summary>The comparison of this letter by this seal; null when there is none.</summary>
    internal static ComparisonFile? Find(string path, PartyMark own, Sealed<Letter> letter)
    {
        if (!File.Exists(path))
            return null;
        var found = Read(InputFile.Read(path, BytesMax)) ?? throw new Refusal(ExitCode.Altered,
            $"{path} is damaged; move it away and compare again.");
        return found.Own == own.Seal && found.Letter == letter.Entry.Hash()
            ? found
            : throw new Refusal(ExitCode.AnotherSeal,
                $"{path} is the comparison of another letter; move it away, or name this letter's own.");
    }

    private static ComparisonFile? Read(byte[] file)
    {
        if (!Utf8.IsValid(file) || Encoding.UTF8.GetString(file).Split('\n') is not [Heading, var own, var letter,
            var theft, var heard, ""])
            return null;
        if (SealPublicKey.FromHex(Value(own)) is not { } key || SealFingerprint.Parse(Value(heard)) is not { } digits
            || !Opaque.TryFromHex(Value(letter), SealEntryContent.HashBytes, out var hash))
            return null;
        var comparison = new ComparisonFile(key, hash, Value(theft) == "yes", digits);
        return comparison.Write().AsSpan().SequenceEqual(file) ? comparison : null;
    }

    private static string Value(string line) => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..];
}
