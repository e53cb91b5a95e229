using Coulisse.Crypto.Codec;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Caucuses;

/// <summary>The rules of a caucus that were set and not lifted, as a member knows them.</summary>
/// <remarks><c>protocol/rooms.md</c>: <code>
/// struct { ToldRule rules&lt;V&gt;; } ToldRules;      // at most 64
/// struct { opaque rule[32]; opaque room[16]; } ToldRule;</code></remarks>
internal sealed record ToldRules(WireList<ToldRule> All) : IWireValue<ToldRules>
{
    internal const int Max = 64;

    public static ToldRules Read(ref TlsReader reader) =>
        new(WireList.Read<ToldRule>(ref reader, Max * ToldRule.Bytes, Max));

    public void Write(TlsWriter writer) => WireList.Write(writer, All);
}

/// <summary>One of them.</summary>
/// <param name="Rule">The name of the message that set it.</param>
/// <param name="Room">The room of both sides in which words need approval.</param>
internal sealed record ToldRule(Opaque Rule, Opaque Room) : IWireValue<ToldRule>
{
    internal const int Bytes = MessageId.Bytes + ActLimits.RoomBytes;

    public static ToldRule Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(MessageId.Bytes)),
        Opaque.CopyOf(reader.ReadFixed(ActLimits.RoomBytes)));

    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Rule.Span);
        writer.WriteFixed(Room.Span);
    }
}
