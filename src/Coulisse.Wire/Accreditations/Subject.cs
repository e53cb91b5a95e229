using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Accreditations;

/// <summary>
/// Who or what is accredited: a kind, and 16 random bytes that stay the same through every renewal.
/// </summary>
/// <remarks><code>struct { uint16 kind; opaque id[16]; } Subject;</code></remarks>
public sealed record Subject(SubjectKind Kind, Opaque Id) : IWireValue<Subject>
{
    /// <summary>The length of an identifier.</summary>
    public const int IdBytes = 16;

    internal bool IsWellFormed => Enum.IsDefined(Kind) && Id.Length == IdBytes;

    /// <summary>A subject that nobody has yet.</summary>
    public static Subject Draw(SubjectKind kind, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> id = stackalloc byte[IdBytes];
        random.Fill(id);
        return new(kind, Opaque.CopyOf(id));
    }

    /// <inheritdoc/>
    public static Subject Read(ref TlsReader reader) => new(
        Kind: WireFields.ReadKnown<SubjectKind>(ref reader, reader.ReadUInt16(), "A subject"),
        Id: Opaque.CopyOf(reader.ReadFixed(IdBytes)));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Kind);
        writer.WriteFixed(Id.Span);
    }

    /// <summary>As "desk 0011…".</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} {Id}";
}
