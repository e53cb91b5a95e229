using System.Buffers;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Wire.Credence;

/// <summary>What a seal signs, not yet signed: one numbered link of its chain.</summary>
/// <remarks><c>protocol/seal.md</c>: <code>
/// struct { opaque party&lt;V&gt;; opaque seal_public_key[32]; uint64 number; opaque previous[32];
///          uint16 kind; uint64 claimed_at; opaque body[32]; } SealEntryContent;</code></remarks>
/// <param name="Party">The party's name.</param>
/// <param name="Key">The seal that signs.</param>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Previous">The hash of the entry before; 32 zeros for number 1.</param>
/// <param name="Kind">What the body is.</param>
/// <param name="ClaimedAt">When the signer says it was signed: UTC, whole seconds.</param>
/// <param name="Body">SHA-256 that the kind defines.</param>
public sealed record SealEntryContent(
    string Party, SealPublicKey Key, ulong Number, Opaque Previous, SealEntryKind Kind, DateTimeOffset ClaimedAt,
        Opaque Body)
{
    /// <summary>The length of a hash in an entry.</summary>
    public const int HashBytes = 32;

    private const ulong ClaimedAtMax = 253_402_300_799; // the last second of the year 9999

    internal SignatureLabel Label => SealEntryLabels.Of(Kind);

    internal static SealEntryContent Read(ref TlsReader reader) => new(
        Party: ReadParty(ref reader),
        Key: new(SignaturePublicKey.From(Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.KeyBytes)))!),
        Number: ReadNumber(ref reader),
        Previous: Opaque.CopyOf(reader.ReadFixed(HashBytes)),
        Kind: ReadKind(ref reader),
        ClaimedAt: ReadInstant(ref reader),
        Body: Opaque.CopyOf(reader.ReadFixed(HashBytes)));

    internal void Write(TlsWriter writer)
    {
        writer.WriteVector(Encoding.UTF8.GetBytes(Party));
        writer.WriteFixed(Key.Key.Value.Span);
        writer.WriteUInt64(Number);
        writer.WriteFixed(Previous.Span);
        writer.WriteUInt16((ushort)Kind);
        writer.WriteUInt64((ulong)ClaimedAt.ToUnixTimeSeconds());
        writer.WriteFixed(Body.Span);
    }

    internal Opaque Encode()
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(new TlsWriter(bytes));
        return Opaque.CopyOf(bytes.WrittenSpan);
    }

    /// <summary>Whether every field is within its rule, so that it may be signed and will be read again.</summary>
    internal bool IsWellFormed =>
        PartyRules.IsName(Party) && Number >= 1 && Previous.Length == HashBytes && Body.Length == HashBytes
        && Enum.IsDefined(Kind) && ClaimedAt.Offset == TimeSpan.Zero && ClaimedAt.Ticks % TimeSpan.TicksPerSecond == 0
        && ClaimedAt >= DateTimeOffset.UnixEpoch && (Number == 1) == (Previous == Opaque.Zeros(HashBytes));

    private static string ReadParty(ref TlsReader reader)
    {
        var bytes = reader.ReadVector(PartyRules.NameBytesMax);
        if (System.Text.Unicode.Utf8.IsValid(bytes) && Encoding.UTF8.GetString(bytes) is var name
            && PartyRules.IsName(name))
            return name;
        throw reader.Refuse(DecodeCode.BadContent, "A party's name is not one line of plain text.");
    }

    private static ulong ReadNumber(ref TlsReader reader) =>
        reader.ReadUInt64() is var number and > 0 ? number
            : throw reader.Refuse(DecodeCode.BadContent, "Entries count from 1.");

    private static SealEntryKind ReadKind(ref TlsReader reader) =>
        (SealEntryKind)reader.ReadUInt16() is var kind && Enum.IsDefined(kind)
            ? kind
            : throw reader.Refuse(DecodeCode.UnknownValue, "An entry is of a kind this version does not know.");

    private static DateTimeOffset ReadInstant(ref TlsReader reader) =>
        reader.ReadUInt64() is var seconds and <= ClaimedAtMax
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : throw reader.Refuse(DecodeCode.BadContent, "An entry's instant is beyond the year 9999.");
}
