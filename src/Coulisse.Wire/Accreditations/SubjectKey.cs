using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Accreditations;

/// <summary>A public key of a subject, typed by its purpose.</summary>
/// <remarks><code>struct { uint16 purpose; opaque key&lt;V&gt;; } SubjectKey;</code></remarks>
public sealed record SubjectKey(KeyPurpose Purpose, Opaque Value) : IWireValue<SubjectKey>
{
    /// <summary>The longest key, in bytes.</summary>
    public const int BytesMax = 2_048;

    /// <summary>The most keys of one subject.</summary>
    public const int CountMax = 8;

    internal bool IsWellFormed => Enum.IsDefined(Purpose) && Value.Length == KeyRule.Of(Purpose).Bytes;

    /// <summary>
    /// Whether these are the keys that a kind of subject has: each purpose as often as <see cref="KeyRule"/> says,
    /// none of another kind's, none twice, by purpose and then by bytes.
    /// </summary>
    public static bool AreThoseOf(SubjectKind kind, IReadOnlyList<SubjectKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Count <= CountMax && keys.All(key => key.IsWellFormed)
            && keys.Zip(keys.Skip(1)).All(pair => Compare(pair.First, pair.Second) < 0)
            && KeyRule.All.All(rule => keys.Count(key => key.Purpose == rule.Purpose) is var count
                && (rule.Owner == kind ? count >= rule.Least && count <= rule.Most : count == 0));
    }

    /// <inheritdoc/>
    public static SubjectKey Read(ref TlsReader reader)
    {
        var purpose = WireFields.ReadKnown<KeyPurpose>(ref reader, reader.ReadUInt16(), "A key");
        var key = new SubjectKey(purpose, reader.ReadOpaque(BytesMax));
        return key.IsWellFormed ? key
            : throw reader.Refuse(DecodeCode.BadContent, "A key has not its purpose's length.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Purpose);
        writer.WriteVector(Value);
    }

    private static int Compare(SubjectKey left, SubjectKey right) => left.Purpose == right.Purpose
        ? left.Value.Span.SequenceCompareTo(right.Value.Span)
        : left.Purpose.CompareTo(right.Purpose);
}
