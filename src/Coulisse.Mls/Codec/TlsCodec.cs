using System.Buffers;
using System.Collections.Immutable;
using Coulisse.Crypto.Codec;

namespace Coulisse.Mls.Codec;

/// <summary>Vectors of structs, optional values and whole encodings, on top of the plain reader and writer.</summary>
public static class TlsCodec
{
    private const int ScratchBytes = 256;

    /// <summary>Reads a vector of structs that takes at most <paramref name="bytesMax"/> bytes.</summary>
    public static TlsList<T> ReadList<T>(this ref TlsReader reader, int bytesMax)
        where T : ITlsStruct<T>
    {
        var items = ImmutableArray.CreateBuilder<T>();
        var inner = new TlsReader(reader.ReadVector(bytesMax));
        while (inner.Remaining > 0)
            items.Add(T.Read(ref inner));
        return new TlsList<T>(items.DrainToImmutable());
    }

    /// <summary>RFC 9420 §2.1.1: one byte, 0 for absent and 1 for present; any other is refused.</summary>
    public static bool ReadPresence(this ref TlsReader reader) => reader.ReadUInt8() switch
    {
        0 => false,
        1 => true,
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "An optional value is neither absent nor present."),
    };

    /// <summary>Reads an optional struct.</summary>
    public static T? ReadOptional<T>(this ref TlsReader reader)
        where T : class, ITlsStruct<T> =>
        reader.ReadPresence() ? T.Read(ref reader) : null;

    /// <summary>Reads bytes that hold exactly one value.</summary>
    /// <exception cref="DecodeException">They hold less, more or something else.</exception>
    public static T Decode<T>(ReadOnlySpan<byte> bytes)
        where T : ITlsStruct<T>
    {
        var reader = new TlsReader(bytes);
        var value = T.Read(ref reader);
        reader.End();
        return value;
    }

    /// <summary>Appends a vector of structs.</summary>
    public static void WriteList<T>(this TlsWriter writer, TlsList<T> items)
        where T : ITlsStruct<T>
    {
        var content = new ArrayBufferWriter<byte>(ScratchBytes);
        var inner = new TlsWriter(content);
        foreach (var item in items)
            item.Write(inner);
        writer.WriteVector(content.WrittenSpan);
    }

    /// <summary>Appends an optional struct.</summary>
    public static void WriteOptional<T>(this TlsWriter writer, T? value)
        where T : class, ITlsStruct<T>
    {
        writer.WriteUInt8(value is null ? (byte)0 : (byte)1);
        value?.Write(writer);
    }

    /// <summary>The value's encoding.</summary>
    public static Opaque Encode<T>(this T value)
        where T : ITlsStruct<T>
    {
        var output = new ArrayBufferWriter<byte>(ScratchBytes);
        value.Write(new TlsWriter(output));
        return Opaque.CopyOf(output.WrittenSpan);
    }
}
