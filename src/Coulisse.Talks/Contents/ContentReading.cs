using System.Collections.Immutable;
using Coulisse.Talks.Cbor;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Contents;

/// <summary>What was made of the bytes of a message: read, or refused. There is no third.</summary>
public abstract record ContentReading
{
    private ContentReading()
    {
    }

    /// <summary>Read. Written again it gives the same bytes.</summary>
    public sealed record Read(MessageContent Content) : ContentReading;

    /// <summary>Not a content as protocol/talks.md has it.</summary>
    public sealed record Refused(Refusal Why) : ContentReading;

    /// <summary>Reads any bytes.</summary>
    public static ContentReading Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ContentLimits.ContentBytesMax)
            return new Refused(Refusal.ContentTooLong);
        var reader = new CborReader(bytes);
        if (reader.Array(7) != 7)
            reader.Break();
        var left = ContentLimits.PartsMax;
        var content = new MessageContent(Exactly(ref reader, ContentLimits.SaltBytes), Reference(ref reader),
            Octets.CopyOf(reader.ByteString(ContentLimits.TopicBytesMax)), ReadExpiry(ref reader),
            Reference(ref reader), ReadExtensions(ref reader), ReadPart(ref reader, ref left, depth: 0));
        return left < 0 ? new Refused(Refusal.TooManyParts)
            : reader.IsWhole ? new Read(content)
            : new Refused(Refusal.NotAContent);
    }

    private static MessageId? Reference(ref CborReader reader) =>
        reader.Null() ? null
        : Exactly(ref reader, MessageId.Bytes) is { Length: MessageId.Bytes } id ? MessageId.From(id.Span) : null;

    private static Octets Exactly(ref CborReader reader, int length)
    {
        var bytes = reader.ByteString(length);
        if (bytes.Length != length)
            reader.Break();
        return Octets.CopyOf(bytes);
    }

    private static Expiry? ReadExpiry(ref CborReader reader)
    {
        if (reader.Null())
            return null;
        if (reader.Array(2) != 2)
            reader.Break();
        return new(reader.Boolean(), (uint)reader.UInt(uint.MaxValue));
    }

    // Kept as they are: no extension means anything here, and none may be lost.
    private static Octets ReadExtensions(ref CborReader reader)
    {
        var start = reader.Position;
        var ahead = reader;
        ahead.Map(ContentLimits.ExtensionsMax);
        if (ahead.IsBroken)
            reader.Break();
        reader.Skip();
        return Octets.CopyOf(reader.Since(start));
    }

    private static Part ReadPart(ref CborReader reader, ref int left, int depth)
    {
        if (--left < 0 || depth >= ContentLimits.PartDepthMax)
            reader.Break();
        var fields = reader.Array(15);
        var disposition = (byte)reader.UInt(byte.MaxValue);
        var language = reader.Text(ContentLimits.LanguageBytesMax);
        var cardinality = reader.UInt(3);
        if (fields != cardinality switch { 0 => 3, 2 => 15, _ => 5 })
            reader.Break();
        return cardinality switch
        {
            0 => new Part.Nothing(disposition, language),
            1 => new Part.Here(disposition, language, reader.Text(ContentLimits.ContentTypeBytesMax),
                Octets.CopyOf(reader.ByteString(ContentLimits.ContentBytesMax))),
            2 => ReadElsewhere(ref reader, disposition, language),
            _ => new Part.Several(disposition, language, (Semantics)reader.UInt(2),
                ReadParts(ref reader, ref left, depth)),
        };
    }

    private static ImmutableArray<Part> ReadParts(ref CborReader reader, ref int left, int depth)
    {
        var count = reader.Array(ContentLimits.PartsMax);
        if (count < 2)
            reader.Break();
        var parts = ImmutableArray.CreateBuilder<Part>();
        for (; count > 0 && !reader.IsBroken; count--)
            parts.Add(ReadPart(ref reader, ref left, depth + 1));
        return parts.ToImmutable();
    }

    private static Part.Elsewhere ReadElsewhere(ref CborReader reader, byte disposition, string language)
    {
        const int Max = ContentLimits.OutsideBytesMax;
        var start = reader.Position;
        var (contentType, address) = (reader.Text(ContentLimits.ContentTypeBytesMax), reader.Text(Max));
        reader.UInt(uint.MaxValue);
        reader.UInt(ulong.MaxValue);
        reader.UInt(ushort.MaxValue);
        reader.ByteString(Max);
        reader.ByteString(Max);
        reader.ByteString(Max);
        reader.UInt(byte.MaxValue);
        reader.ByteString(Max);
        var description = reader.Text(Max);
        reader.Text(Max);
        return new(disposition, language, contentType, address, description, Octets.CopyOf(reader.Since(start)));
    }
}
