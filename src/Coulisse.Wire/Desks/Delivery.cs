using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Desks;

/// <summary>What a station gives a desk of its own.</summary>
/// <remarks><code>
/// struct { uint16 kind; opaque line[16]; select (kind) { case 1: uint16 side; opaque entry&lt;V&gt;;
///          case 2: LineNews; case 3: DeskStanding; }; } Delivery;</code></remarks>
public abstract record Delivery(LineId Line) : IWireValue<Delivery>
{
    private const ushort EntryKind = 1;
    private const ushort NewsKind = 2;
    private const ushort DeskKind = 3;

    /// <summary>The longest, in bytes.</summary>
    public const int BytesMax = LineLimits.EntryBytesMax + 1_024;

    /// <summary>An entry of one of the two logs, as it was written. The desk checks it against those before.</summary>
    public sealed record OfEntry(LineId Line, Side Side, Opaque Entry) : Delivery(Line);

    /// <summary>How far the other side is, as it said.</summary>
    public sealed record OfNews(LineId Line, LineNews News) : Delivery(Line);

    /// <summary>How far the desk itself is, as its station remembers it.</summary>
    public sealed record OfDesk(LineId Line, DeskStanding Standing) : Delivery(Line);

    /// <inheritdoc/>
    public static Delivery Read(ref TlsReader reader)
    {
        var kind = reader.ReadUInt16();
        var line = LineId.Read(ref reader);
        return kind switch
        {
            EntryKind => new OfEntry(line, WireFields.ReadKnown<Side>(ref reader, reader.ReadUInt16(), "A side"),
                reader.ReadOpaque(LineLimits.EntryBytesMax + 128)),
            NewsKind => new OfNews(line, LineNews.Read(ref reader)),
            DeskKind => new OfDesk(line, DeskStanding.Read(ref reader)),
            _ => throw reader.Refuse(DecodeCode.UnknownValue, "A delivery is of a kind this version does not know."),
        };
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(this switch { OfEntry => EntryKind, OfNews => NewsKind, _ => DeskKind });
        Line.Write(writer);
        if (this is OfEntry entry)
        {
            writer.WriteUInt16((ushort)entry.Side);
            writer.WriteVector(entry.Entry);
        }
        else if (this is OfNews news)
        {
            news.News.Write(writer);
        }
        else if (this is OfDesk desk)
        {
            desk.Standing.Write(writer);
        }
    }
}
