using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Talks.Leaks;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Leaks;

/// <summary>A report that says what was said in confidence, and what our side makes of it among itself.</summary>
/// <remarks><c>protocol/vault.md</c>: <code>
/// struct { uint64 number; uint64 at; opaque name&lt;V&gt;; opaque text&lt;V&gt;; opaque line&lt;V&gt;;
///          LeakClaim claims&lt;V&gt;; } LeakRecord;
/// struct { uint32 sentence; uint16 mark; } LeakClaim;       // mark: 1 accurate, 2 inaccurate, 3 not ours to say
/// </code></remarks>
/// <param name="Number">From 1.</param>
/// <param name="At">When it was taken up, by this desk's clock; Unix time in milliseconds.</param>
/// <param name="Name">Of the file it came in.</param>
/// <param name="Text">The report.</param>
/// <param name="Line">Our own line for the press; empty if there is none.</param>
/// <param name="Claims">What we say of its sentences, by their numbers, each once.</param>
internal sealed record LeakRecord(ulong Number, ulong At, string Name, string Text, string Line,
    WireList<LeakClaim> Claims) : IWireValue<LeakRecord>
{
    /// <summary>A report, in bytes of UTF-8.</summary>
    internal const int TextBytesMax = 120_000;

    /// <summary>A line for the press, in bytes of UTF-8.</summary>
    internal const int LineBytesMax = 16_000;

    internal const int NameBytesMax = 500;
    internal const int ClaimsMax = 4_096;

    public static LeakRecord Read(ref TlsReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64(),
        Read(reader.ReadVector(NameBytesMax)), Read(reader.ReadVector(TextBytesMax)),
        Read(reader.ReadVector(LineBytesMax)), WireList.Read<LeakClaim>(ref reader, ClaimsMax * 6, ClaimsMax));

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteUInt64(At);
        foreach (var text in (string[])[Name, Text, Line])
            writer.WriteVector(Encoding.UTF8.GetBytes(text));
        WireList.Write(writer, Claims);
    }

    /// <summary>With a mark on a sentence, in place of an earlier one.</summary>
    internal LeakRecord With(int sentence, ClaimMark mark) => this with
    {
        Claims = WireList.From(Claims.Where(one => one.Sentence != sentence).Append(new((uint)sentence, mark))
            .OrderBy(one => one.Sentence)),
    };

    /// <summary>Which and how long, never the words.</summary>
    public override string ToString() => $"report {Number}, {Text.Length} characters";

    private static string Read(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}

/// <summary>What our side says of a sentence of a report.</summary>
internal sealed record LeakClaim(uint Sentence, ClaimMark Mark) : IWireValue<LeakClaim>
{
    public static LeakClaim Read(ref TlsReader reader) => new(reader.ReadUInt32(), (ClaimMark)reader.ReadUInt16());

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt32(Sentence);
        writer.WriteUInt16((ushort)Mark);
    }
}
