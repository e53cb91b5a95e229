using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>
/// An entry of a seal's chain as it travels on a line, verified: a recall or an order with its content where that is
/// known, any other alone. What a statement said, or a letter, is not told this way.
/// </summary>
/// <remarks>The encoding of <see cref="Sealed{T}"/>: <code>
/// struct { opaque entry&lt;V&gt;; opaque content&lt;V&gt;; } ChainPiece;   // content: empty, or of a recall or order
/// </code></remarks>
public sealed record ChainPiece : IWireValue<ChainPiece>
{
    private readonly Opaque content;

    private ChainPiece(SealEntry entry, Opaque content) => (Entry, this.content) = (entry, content);

    /// <summary>The link of the chain.</summary>
    public SealEntry Entry { get; }

    /// <summary>The party's name and seal.</summary>
    public PartyMark By => new(Entry.Content.Party, Entry.Content.Key);

    /// <summary>Whether more than the link is here.</summary>
    public bool HasContent => content.Length > 0;

    /// <summary>The recall, if it is one and its content is here; else null.</summary>
    public Sealed<Recall>? Recall => ContentOf<Recall>();

    /// <summary>The order, if it is one and its content is here; else null.</summary>
    public Sealed<RoomOrder>? Order => ContentOf<RoomOrder>();

    /// <summary>An entry without its content.</summary>
    public static ChainPiece Of(SealEntry entry) => new(entry, Opaque.Empty);

    /// <summary>An entry of what was signed.</summary>
    public static ChainPiece Of<T>(Sealed<T> whole)
        where T : ISealContent<T>
    {
        ArgumentNullException.ThrowIfNull(whole);
        return new(whole.Entry, Travels(T.Kind) ? WireValue.Encode(whole.Content) : Opaque.Empty);
    }

    /// <inheritdoc/>
    public static ChainPiece Read(ref TlsReader reader)
    {
        var piece = new ChainPiece(SealEntry.Read(reader.ReadVector(SealEntry.BytesMax)),
            reader.ReadOpaque(Math.Max(Credence.Recall.BytesMax, RoomOrder.BytesMax)));
        var isTrue = !piece.HasContent || piece.Recall is not null || piece.Order is not null;
        return isTrue ? piece
            : throw reader.Refuse(DecodeCode.BadContent, "An entry of a seal does not sign the content beside it.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteVector(Entry.Encode());
        writer.WriteVector(content);
    }

    private static bool Travels(SealEntryKind kind) => kind is SealEntryKind.Recall or SealEntryKind.RoomOrder;

    private Sealed<T>? ContentOf<T>()
        where T : ISealContent<T> => HasContent && Entry.Content.Kind == T.Kind
            ? Sealed.Verified(Entry, WireValue.Decode<T>(content.Span)) : null;
}
