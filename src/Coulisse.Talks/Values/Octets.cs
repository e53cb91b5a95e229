using System.Collections.Immutable;

namespace Coulisse.Talks.Values;

/// <summary>Bytes that compare by what they hold. They print their length only.</summary>
public readonly struct Octets : IEquatable<Octets>
{
    private readonly ImmutableArray<byte> held;

    private Octets(ImmutableArray<byte> held) => this.held = held;

    /// <summary>None.</summary>
    public static Octets Empty => new([]);

    /// <summary>A copy of these.</summary>
    public static Octets CopyOf(ReadOnlySpan<byte> bytes) => new([.. bytes]);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => held.IsDefault ? [] : held.AsSpan();

    /// <summary>How many.</summary>
    public int Length => Span.Length;

    /// <inheritdoc/>
    public bool Equals(Octets other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Octets other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Length} bytes";

    /// <summary>Equal bytes.</summary>
    public static bool operator ==(Octets left, Octets right) => left.Equals(right);

    /// <summary>Other bytes.</summary>
    public static bool operator !=(Octets left, Octets right) => !left.Equals(right);
}
