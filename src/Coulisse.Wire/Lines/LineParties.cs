using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// The two parties of a line, in the order of their names' bytes. Names, not seals, since a seal can be succeeded and
/// the line goes on; a pairing refuses two parties of one name.
/// </summary>
public sealed record LineParties
{
    private LineParties(string a, string b)
    {
        (A, B) = (a, b);
        Id = IdOf(a, b);
    }

    /// <summary>The name of side A.</summary>
    public string A { get; }

    /// <summary>The name of side B.</summary>
    public string B { get; }

    /// <summary>Their line.</summary>
    public LineId Id { get; }

    /// <summary>The line between these two, in whichever order they are given.</summary>
    /// <exception cref="ArgumentException">They have one name.</exception>
    public static LineParties Of(string one, string other)
    {
        var order = Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));
        return order switch
        {
            < 0 => new(one, other),
            > 0 => new(other, one),
            _ => throw new ArgumentException("A line has two parties.", nameof(other)),
        };
    }

    /// <summary>The side that a party is on; null if it is not of this line.</summary>
    public Side? SideOf(string party) => party == A ? Side.A : party == B ? Side.B : null;

    private static LineId IdOf(string a, string b)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        writer.WriteVector("Coulisse 1.0 Line"u8);
        writer.WriteVector(Encoding.UTF8.GetBytes(a));
        writer.WriteVector(Encoding.UTF8.GetBytes(b));
        return new(Opaque.CopyOf(SHA256.HashData(bytes.WrittenSpan).AsSpan(0, LineId.Bytes)));
    }
}
