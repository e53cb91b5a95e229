using System.Text;
using System.Text.Unicode;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Text;

namespace Coulisse.Wire.Codec;

/// <summary>Fields that several values have: a line of text, an instant, an enumeration, a seal's key.</summary>
internal static class WireFields
{
    private const ulong SecondsMax = 253_402_300_799; // the last second of the year 9999

    internal static string ReadLine(ref TlsReader reader, int bytesMax)
    {
        var bytes = reader.ReadVector(bytesMax);
        return Utf8.IsValid(bytes) && Encoding.UTF8.GetString(bytes) is var line && PlainText.IsGoodLine(line)
            ? line
            : throw reader.Refuse(DecodeCode.BadContent, "A text is not one line of plain text.");
    }

    internal static void WriteText(TlsWriter writer, string text) => writer.WriteVector(Encoding.UTF8.GetBytes(text));

    internal static DateTimeOffset ReadInstant(ref TlsReader reader) =>
        reader.ReadUInt64() is var seconds and <= SecondsMax
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : throw reader.Refuse(DecodeCode.BadContent, "An instant is beyond the year 9999.");

    internal static void WriteInstant(TlsWriter writer, DateTimeOffset instant) =>
        writer.WriteUInt64((ulong)instant.ToUnixTimeSeconds());

    /// <summary>Whether an instant is a whole second from 1970 on, in UTC, so that it is read as it was.</summary>
    internal static bool IsInstant(DateTimeOffset instant) =>
        instant.Offset == TimeSpan.Zero && instant.Ticks % TimeSpan.TicksPerSecond == 0
        && instant >= DateTimeOffset.UnixEpoch;

    internal static SealPublicKey ReadSealKey(ref TlsReader reader) => new(ReadSignatureKey(ref reader));

    internal static SignaturePublicKey ReadSignatureKey(ref TlsReader reader) =>
        SignaturePublicKey.From(Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.KeyBytes)))!;

    internal static Opaque ReadHash(ref TlsReader reader) =>
        Opaque.CopyOf(reader.ReadFixed(SealEntryContent.HashBytes));

    internal static T ReadKnown<T>(ref TlsReader reader, ushort value, string what)
        where T : struct, Enum
    {
        // Every enumeration here is a ushort, so that none is read by a number that names nothing.
        var known = (T)Enum.ToObject(typeof(T), value);
        return Enum.IsDefined(known)
            ? known
            : throw reader.Refuse(DecodeCode.UnknownValue, $"{what} is of a number this version does not know.");
    }
}
