using System.Text;
using System.Text.Unicode;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>The terms of a room that all its members agree on: an extension of the group's context.</summary>
/// <remarks><code>struct { uint16 version; opaque purpose&lt;V&gt;; opaque excluded&lt;V&gt;; }
/// RoomCharter;</code></remarks>
/// <param name="Purpose">What the talk is for; UTF-8, at most 4,096 bytes.</param>
/// <param name="Excluded">What it is not for; as long.</param>
public sealed record RoomCharter(string Purpose, string Excluded) : IWireValue<RoomCharter>
{
    internal const int TextBytesMax = 4_096;

    internal bool IsWithinLimits => Encoding.UTF8.GetByteCount(Purpose) <= TextBytesMax
        && Encoding.UTF8.GetByteCount(Excluded) <= TextBytesMax;

    internal static readonly ExtensionType Type = new(0xf0c0);

    private const ushort Version = 1;

    /// <summary>The charter that a group's context holds; null if it holds none that can be read.</summary>
    internal static RoomCharter? Of(MlsGroup group)
    {
        try
        {
            return group.View.Extensions.FirstOrDefault(one => one.Type == Type) is { } extension
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
    public static RoomCharter Read(ref TlsReader reader) => reader.ReadUInt16() == Version
        ? new(ReadText(ref reader, TextBytesMax), ReadText(ref reader, TextBytesMax))
        : throw reader.Refuse(DecodeCode.UnknownValue, "A charter of a version that this program does not know.");

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(Version);
        writer.WriteVector(Encoding.UTF8.GetBytes(Purpose));
        writer.WriteVector(Encoding.UTF8.GetBytes(Excluded));
    }

    internal static string ReadText(ref TlsReader reader, int bytesMax)
    {
        var bytes = reader.ReadVector(bytesMax);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
            : throw reader.Refuse(DecodeCode.BadContent, "A text is no UTF-8.");
    }
}
