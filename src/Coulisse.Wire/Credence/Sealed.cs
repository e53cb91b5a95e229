using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>
/// A content with the entry of a seal's chain that signed it, both verified: no value of this type exists otherwise.
/// Whose seal that is, and whether anybody recognises it, is another question.
/// </summary>
/// <remarks><code>struct { opaque entry&lt;V&gt;; opaque content&lt;V&gt;; } Sealed;</code></remarks>
/// <typeparam name="T">What was signed.</typeparam>
public sealed record Sealed<T> : ICredenceFile<Sealed<T>>
    where T : ISealContent<T>
{
    internal Sealed(SealEntry entry, T content) => (Entry, Content) = (entry, content);

    /// <summary>The link of the chain.</summary>
    public SealEntry Entry { get; }

    /// <summary>What its body is the hash of.</summary>
    public T Content { get; }

    /// <summary>The party's name and seal.</summary>
    public PartyMark By => new(Entry.Content.Party, Entry.Content.Key);

    /// <summary>The number of the entry; of an accreditation also its serial.</summary>
    public ulong Number => Entry.Content.Number;

    static string ICredenceFile<Sealed<T>>.Title => T.Title;

    static int ICredenceFile<Sealed<T>>.BytesMax => SealEntry.BytesMax + T.BytesMax + 16;

    static Sealed<T> IWireValue<Sealed<T>>.Read(ref TlsReader reader)
    {
        var entry = SealEntry.Read(reader.ReadVector(SealEntry.BytesMax));
        var content = WireValue.Decode<T>(reader.ReadVector(T.BytesMax));
        return Sealed.Verified(entry, content)
            ?? throw reader.Refuse(DecodeCode.BadContent, "An entry of a seal does not sign the content beside it.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteVector(Entry.Encode());
        writer.WriteVector(WireValue.Encode(Content));
    }

    /// <inheritdoc/>
    public IEnumerable<string> Head() =>
    [
        $"Party: {By.Party}",
        FormattableString.Invariant($"Entry: {Number} of its seal's chain, ")
            + CredenceFile.Text(Entry.Content.ClaimedAt),
        .. Content.Head(),
    ];
}

/// <summary>Making and checking values of <see cref="Sealed{T}"/>.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "Twin of the generic type, which cannot carry static members.")]
public static class Sealed
{
    /// <summary>Signs a content; the entry is on the disk when this returns. The same content again gives the
    /// same.</summary>
    /// <exception cref="ArgumentException">The content breaks its rules.</exception>
    /// <exception cref="InvalidOperationException">The seal's chain has ended.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static Sealed<T> Sign<T>(T content, Seal seal, SealChainFile chain, DateTimeOffset claimedAt)
        where T : ISealContent<T>
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(chain);
        if (!content.IsWellFormed || !content.Fits(chain.Next(seal, T.Kind, BodyOf(content), claimedAt)))
            throw new ArgumentException("Check the rules of a content before it is signed.", nameof(content));
        return new(chain.Continue(seal, T.Kind, BodyOf(content), claimedAt), content);
    }

    /// <summary>The two together, if the entry signs this content; else null.</summary>
    public static Sealed<T>? Verified<T>(SealEntry entry, T content)
        where T : ISealContent<T>
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Content.Kind == T.Kind && content.IsWellFormed && entry.Content.Body == BodyOf(content)
            && content.Fits(entry.Content)
            ? new(entry, content)
            : null;
    }

    private static Opaque BodyOf<T>(T content)
        where T : ISealContent<T> => Opaque.CopyOf(SHA256.HashData(WireValue.Encode(content).Span));
}
