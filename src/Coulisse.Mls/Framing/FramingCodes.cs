using Coulisse.Crypto.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>The small enumerations of RFC 9420 §6; a number that names no value is refused.</summary>
internal static class FramingCodes
{
    internal static void ReadMls10(this ref TlsReader reader)
    {
        if (ProtocolVersion.Read(ref reader) != ProtocolVersion.Mls10)
            throw reader.Refuse(DecodeCode.UnknownValue, "The version is not MLS 1.0.");
    }

    internal static WireFormat ReadWireFormat(this ref TlsReader reader)
    {
        var value = reader.ReadUInt16();
        return value is >= 1 and <= 5
            ? (WireFormat)value
            : throw reader.Refuse(DecodeCode.UnknownValue, "The wire format is unknown.");
    }

    internal static ContentType ReadContentType(this ref TlsReader reader)
    {
        var value = reader.ReadUInt8();
        return value is >= 1 and <= 3
            ? (ContentType)value
            : throw reader.Refuse(DecodeCode.UnknownValue, "The content type is unknown.");
    }

    internal static void WriteWireFormat(this TlsWriter writer, WireFormat value) => writer.WriteUInt16((ushort)value);

    internal static void WriteContentType(this TlsWriter writer, ContentType value) => writer.WriteUInt8((byte)value);
}
