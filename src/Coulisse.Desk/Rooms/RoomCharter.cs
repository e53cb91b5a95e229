using System.Text;
using System.Text.Unicode;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tree;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>The terms of a room that all its members agree on: an extension of the group's context.</summary>
/// <remarks><code>
/// struct { uint16 version; opaque purpose&lt;V&gt;; opaque excluded&lt;V&gt;;
///          select (version) { case 1: ;        // nothing else was agreed
///                             case 2: opaque may_know&lt;V&gt;; uint16 record; uint32 retention_days; uint16 quoting;
///                                     uint16 may_consent; opaque end&lt;V&gt;; }; } RoomCharter;
/// </code>What could be written as version 1 is never written as 2: so the same terms have the same bytes. Whether
/// anybody could agree to them, <see cref="Charter.Faults"/> says.</remarks>
/// <param name="Terms">What they say.</param>
public sealed record RoomCharter(Charter Terms) : IWireValue<RoomCharter>
{
    /// <summary>Each text, in bytes of UTF-8.</summary>
    internal const int TextBytesMax = 4_096;

    /// <summary>All of it.</summary>
    internal const int BytesMax = 4 * (TextBytesMax + 4) + 12;

    internal static readonly ExtensionType Type = new(0xf0c0);

    private const ushort Early = 1;
    private const ushort Whole = 2;

    /// <summary>Terms that say no more than what a talk is for.</summary>
    /// <param name="purpose">What the talk is for.</param>
    /// <param name="excluded">What it is not for.</param>
    public RoomCharter(string purpose, string excluded) : this(Charter.Usual(purpose, excluded))
    {
    }

    /// <summary>Whether a room could begin with them, or come to have them.</summary>
    internal bool IsFit => Terms.Faults().IsEmpty;

    /// <summary>The charter that a group's context holds; null if it holds none that can be read.</summary>
    internal static RoomCharter? Of(MlsGroup group) => In(group.View);

    /// <summary>The same of what is seen of a group.</summary>
    internal static RoomCharter? In(GroupView group)
    {
        try
        {
            return group.Extensions.FirstOrDefault(one => one.Type == Type) is { } extension
                ? WireValue.Decode<RoomCharter>(extension.Data.Span) : null;
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    /// <summary>A group's extensions with these terms in place of its own.</summary>
    internal TlsList<Extension> In(TlsList<Extension> extensions) => TlsList.From(extensions.Select(
        one => one.Type == Type ? new Extension(Type, WireValue.Encode(this)) : one));

    /// <inheritdoc/>
    public static RoomCharter Read(ref TlsReader reader)
    {
        var version = reader.ReadUInt16();
        if (version is not (Early or Whole))
            throw reader.Refuse(DecodeCode.UnknownValue, "A charter of a version that this program does not know.");
        var (purpose, excluded) = (ReadText(ref reader, TextBytesMax), ReadText(ref reader, TextBytesMax));
        if (version == Early)
            return new(Charter.Early(purpose, excluded));
        var whole = new Charter(purpose, excluded, ReadText(ref reader, TextBytesMax), (RecordMode)reader.ReadUInt16(),
            reader.ReadUInt32(), (Quoting)reader.ReadUInt16(), (Mandate)reader.ReadUInt16(),
            ReadText(ref reader, TextBytesMax));
        return whole.IsEarly
            ? throw reader.Refuse(DecodeCode.BadContent, "A charter that says nothing more is of version 1.")
            : new(whole);
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(Terms.IsEarly ? Early : Whole);
        WriteText(writer, Terms.Purpose);
        WriteText(writer, Terms.Excluded);
        if (Terms.IsEarly)
            return;
        WriteText(writer, Terms.MayKnow);
        writer.WriteUInt16((ushort)Terms.Record);
        writer.WriteUInt32(Terms.RetentionDays);
        writer.WriteUInt16((ushort)Terms.Quoting);
        writer.WriteUInt16((ushort)Terms.MayConsent);
        WriteText(writer, Terms.End);
    }

    internal static string ReadText(ref TlsReader reader, int bytesMax)
    {
        var bytes = reader.ReadVector(bytesMax);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
            : throw reader.Refuse(DecodeCode.BadContent, "A text is no UTF-8.");
    }

    private static void WriteText(TlsWriter writer, string text) => writer.WriteVector(Encoding.UTF8.GetBytes(text));
}
