using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// The two parties of a line, in the order of their names' bytes. Names, not seals, since a seal can be succeeded and
/// the line goes on; a pairing refuses two parties of one name. Or one party alone, at home: what its own desks say to
/// each other over their own station stands in a log of its own, which no line has.
/// </summary>
public sealed record LineParties
{
    private LineParties(string a, string b, LineId id) => (A, B, Id) = (a, b, id);

    /// <summary>The name of side A.</summary>
    public string A { get; }

    /// <summary>The name of side B; empty at home.</summary>
    public string B { get; }

    /// <summary>Whether there is no other party.</summary>
    public bool IsHome => B.Length == 0;

    /// <summary>The sides that write a log.</summary>
    public IReadOnlyList<Side> Sides => IsHome ? [Side.A] : [Side.A, Side.B];

    /// <summary>Their line.</summary>
    public LineId Id { get; }

    /// <summary>The line between these two, in whichever order they are given.</summary>
    /// <exception cref="ArgumentException">They have one name.</exception>
    public static LineParties Of(string one, string other)
    {
        var order = Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));
        return order switch
        {
            < 0 => new(one, other, IdOf(one, other)),
            > 0 => new(other, one, IdOf(other, one)),
            _ => throw new ArgumentException("A line has two parties.", nameof(other)),
        };
    }

    /// <summary>A party by itself. The identifier is never that of a line, whose label is another.</summary>
    public static LineParties Home(string party)
    {
        ArgumentException.ThrowIfNullOrEmpty(party);
        return new(party, "", IdOf("Coulisse 1.0 Home"u8, party));
    }

    /// <summary>The side that a party is on; null if it is not of this line.</summary>
    public Side? SideOf(string party) => party == A ? Side.A : party == B ? Side.B : null;

    private static LineId IdOf(string a, string b) => IdOf("Coulisse 1.0 Line"u8, a, b);

    private static LineId IdOf(ReadOnlySpan<byte> label, params ReadOnlySpan<string> names)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        writer.WriteVector(label);
        foreach (var name in names)
            writer.WriteVector(Encoding.UTF8.GetBytes(name));
        return new(Opaque.CopyOf(SHA256.HashData(bytes.WrittenSpan).AsSpan(0, LineId.Bytes)));
    }
}
