using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Values;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// What is inside the seal of a message. The author's own number is the message's identity: it stays when the text has
/// to be sealed again in a later epoch. The hash of the author's message before shows every gap, and what it names of
/// others shows what was kept from somebody.
/// </summary>
/// <remarks><c>protocol/rooms.md</c>: <code>
/// struct { uint16 kind; uint64 number; opaque previous[32]; uint64 at; ChainHead head;
///          Seen seen&lt;V&gt;; opaque body&lt;V&gt;; } RoomMessage;
/// // numbers from 1; at: Unix time in milliseconds, by its author's clock
/// </code></remarks>
internal sealed record RoomMessage(
    RoomMessageKind Kind, ulong Number, Opaque Previous, ulong At, ChainHead Head, WireList<Seen> Seen, Opaque Body)
    : IWireValue<RoomMessage>
{
    internal const int TextBytesMax = 61_440;
    internal const int HashBytes = 32;

    private const int BodyBytesMax = TextBytesMax + 64;

    public static RoomMessage Read(ref TlsReader reader)
    {
        var message = new RoomMessage((RoomMessageKind)reader.ReadUInt16(), reader.ReadUInt64(),
            Opaque.CopyOf(reader.ReadFixed(HashBytes)), reader.ReadUInt64(), ChainHead.Read(ref reader),
            WireList.Read<Seen>(ref reader, Rooms.Seen.BytesMax, Rooms.Seen.Max), reader.ReadOpaque(BodyBytesMax));
        if (!Enum.IsDefined(message.Kind) || message.Number == 0)
            throw reader.Refuse(DecodeCode.UnknownValue, "A message of a kind that this version does not know.");
        return message.Kind switch
        {
            RoomMessageKind.Text when !IsText(message.Body) =>
                throw reader.Refuse(DecodeCode.BadContent, "A text is no UTF-8, or longer than a text may be."),
            RoomMessageKind.Content when ContentReading.Of(message.Body.Span) is not ContentReading.Read =>
                throw reader.Refuse(DecodeCode.BadContent, "A content is not in its one encoding."),
            _ => message,
        };
    }

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Kind);
        writer.WriteUInt64(Number);
        writer.WriteFixed(Previous.Span);
        writer.WriteUInt64(At);
        Head.Write(writer);
        WireList.Write(writer, Seen);
        writer.WriteVector(Body);
    }

    private static bool IsText(Opaque body) => body.Length <= TextBytesMax && Utf8.IsValid(body.Span);

    /// <summary>Which message, and whose: the same bytes said by another are another message.</summary>
    /// <remarks>SHA-256 of <c>struct { opaque author[16]; RoomMessage message; }</c></remarks>
    internal Opaque NameBy(Opaque author)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        writer.WriteFixed(author.Span);
        Write(writer);
        return Opaque.Owning(SHA256.HashData(bytes.WrittenSpan));
    }

    internal Opaque Hash() => Opaque.CopyOf(SHA256.HashData(WireValue.Encode(this).Span));

    /// <summary>What of it is words of a person: a text, or the reason of an act.</summary>
    internal string Words() => Kind switch
    {
        RoomMessageKind.Text => Encoding.UTF8.GetString(Body.Span),
        RoomMessageKind.Content => Words(Content()),
        RoomMessageKind.Intent => WireValue.Decode<Intent>(Body.Span).Reason,
        RoomMessageKind.Answer => WireValue.Decode<IntentAnswer>(Body.Span).Reason,
        _ => "",
    };

    /// <summary>What it says, as a talk has it.</summary>
    internal MessageContent Content() => Kind == RoomMessageKind.Content
        ? ((ContentReading.Read)ContentReading.Of(Body.Span)).Content
        : MessageContent.Of(Octets.CopyOf(new byte[ContentLimits.SaltBytes]), [new Wording(NoLanguage, Words())]);

    /// <summary>Whether it is an act about the terms of the line.</summary>
    internal bool IsOfLine() => Kind == RoomMessageKind.Content
        && Content().Act is TalkAct.LineCharterProposed or TalkAct.LineCharterAgreed;

    // Several languages stand side by side, each behind its name.
    private static string Words(MessageContent content) => content.Words is [var one] ? one.Text
        : string.Join('\n', content.Words.Select(words => $"{words.Language}: {words.Text}"));

    // RFC 5646: undetermined.
    private const string NoLanguage = "und";
}

/// <summary>What a message is.</summary>
internal enum RoomMessageKind : ushort
{
    /// <summary>Words; the body is UTF-8.</summary>
    Text = 1,

    /// <summary>In which group, epoch, tree and tag the author is, for one who joined: a
    /// <see cref="SameRoom"/>.</summary>
    SameRoom = 2,

    /// <summary>What a side wants of the room that needs the other's consent: an
    /// <see cref="Members.Admission"/>.</summary>
    Intent = 3,

    /// <summary>What somebody says of an intent: an <see cref="Members.IntentAnswer"/>.</summary>
    Answer = 4,

    /// <summary>Words in languages, or an act beside words: a MIMI content of <c>protocol/talks.md</c>.</summary>
    Content = 5,

    /// <summary>Terms of the line that both sides have signed, for whoever in the room may not know them: an
    /// <see cref="LineCharters.AgreedCharter"/>. A machine's, as <see cref="SameRoom"/>.</summary>
    LineCharter = 6,

    /// <summary>In a caucus the rules that hold, for whoever came later: <see cref="Caucuses.ToldRules"/>. A
    /// machine's.</summary>
    Rules = 7,
}

/// <summary>Whose they are.</summary>
internal static class RoomMessageKinds
{
    /// <summary>What machines tell each other has a number and no place in the transcript, and is no cause of
    /// anything.</summary>
    internal static bool IsUnseen(this RoomMessageKind kind) =>
        kind is RoomMessageKind.SameRoom or RoomMessageKind.LineCharter or RoomMessageKind.Rules;
}
