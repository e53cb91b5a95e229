using Coulisse.Talks.Cbor;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Contents;

/// <summary>Writes a content in its one encoding.</summary>
public static class ContentWriting
{
    /// <summary>Its bytes. What is longer than <see cref="ContentLimits.ContentBytesMax"/> no reader takes.</summary>
    public static byte[] Bytes(MessageContent content)
    {
        var writer = new CborWriter();
        writer.Array(7);
        writer.ByteString(content.Salt.Span);
        Write(writer, content.Replaces);
        writer.ByteString(content.Topic.Span);
        Write(writer, content.Expires);
        Write(writer, content.InReplyTo);
        writer.Raw(content.Extensions.Span);
        Write(writer, content.Body);
        return writer.ToBytes();
    }

    private static void Write(CborWriter writer, MessageId? id)
    {
        if (id is { } one)
            writer.ByteString(one.ToBytes());
        else
            writer.Null();
    }

    private static void Write(CborWriter writer, Expiry? expiry)
    {
        if (expiry is null)
        {
            writer.Null();
            return;
        }
        writer.Array(2);
        writer.Boolean(expiry.IsRelative);
        writer.UInt(expiry.Seconds);
    }

    private static void Write(CborWriter writer, Part part)
    {
        writer.Array(part switch { Part.Nothing => 3, Part.Elsewhere => 15, _ => 5 });
        writer.UInt(part.Disposition);
        writer.Text(part.Language);
        switch (part)
        {
            case Part.Nothing:
                writer.UInt(0);
                break;
            case Part.Here here:
                writer.UInt(1);
                writer.Text(here.ContentType);
                writer.ByteString(here.Content.Span);
                break;
            case Part.Elsewhere elsewhere:
                writer.UInt(2);
                writer.Raw(elsewhere.Encoded.Span);
                break;
            case Part.Several several:
                writer.UInt(3);
                writer.UInt((ulong)several.Semantics);
                writer.Array(several.Parts.Length);
                foreach (var one in several.Parts)
                    Write(writer, one);
                break;
        }
    }
}
