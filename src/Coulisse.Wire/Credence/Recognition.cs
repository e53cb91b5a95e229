using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>
/// One party's seal signs another's, after a comparison by voice. A desk accepts a peer's seal only so.
/// </summary>
/// <remarks><code>
/// struct { opaque party&lt;V&gt;; opaque seal_public_key[32]; uint64 letter_number; opaque letter[32];
///          opaque replaces&lt;V&gt;; } Recognition;</code></remarks>
/// <param name="Other">The recognised party, by name and seal.</param>
/// <param name="LetterNumber">The number of the entry that signed the letter which was compared.</param>
/// <param name="Letter">The hash of that entry.</param>
/// <param name="Replaces">The seal of that party which this one follows; null for the first.</param>
public sealed record Recognition(PartyMark Other, ulong LetterNumber, Opaque Letter, SealPublicKey? Replaces)
    : ISealContent<Recognition>
{
    /// <inheritdoc/>
    public static SealEntryKind Kind => SealEntryKind.Recognition;

    /// <inheritdoc/>
    public static string Title => "RECOGNITION";

    /// <inheritdoc/>
    public static int BytesMax => 512;

    /// <inheritdoc/>
    public bool IsWellFormed =>
        PartyRules.IsName(Other.Party) && LetterNumber >= 1 && Letter.Length == SealEntryContent.HashBytes
        && Replaces != Other.Seal;

    /// <inheritdoc/>
    public bool Fits(SealEntryContent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Other.Seal != entry.Key && Replaces != entry.Key; // Nobody recognises themselves.
    }

    /// <inheritdoc/>
    public static Recognition Read(ref TlsReader reader) => new(
        Other: new(WireFields.ReadLine(ref reader, PartyRules.NameBytesMax), WireFields.ReadSealKey(ref reader)),
        LetterNumber: reader.ReadUInt64(),
        Letter: WireFields.ReadHash(ref reader),
        Replaces: ReadReplaced(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        WireFields.WriteText(writer, Other.Party);
        writer.WriteFixed(Other.Seal.Key.Value.Span);
        writer.WriteUInt64(LetterNumber);
        writer.WriteFixed(Letter.Span);
        writer.WriteVector(Replaces is null ? Opaque.Empty : Replaces.Key.Value);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Head() =>
    [
        $"Recognises: {Other.Party}",
        $"Seal: {Other.Seal}",
        .. Replaces is null ? (string[])[] : [$"In place of: {Replaces}"],
    ];

    private static SealPublicKey? ReadReplaced(ref TlsReader reader)
    {
        var bytes = reader.ReadOpaque(SealEntryContent.HashBytes);
        if (bytes.Length == 0)
            return null;
        return Coulisse.Crypto.Signatures.SignaturePublicKey.From(bytes) is { } key
            ? new(key)
            : throw reader.Refuse(DecodeCode.BadContent, "A replaced seal is a key or nothing.");
    }
}
