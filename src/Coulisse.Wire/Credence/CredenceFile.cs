using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>
/// Letters, accreditations and the like as text that a person can hand over: a heading, lines for people, and the
/// signed bytes in base64. The lines for people follow from the signed bytes, begin with a bar, and are compared when
/// read: a file whose head says anything else than its signed part is refused.
/// </summary>
/// <remarks><c>protocol/credence.md</c>: <code>
/// COULISSE TITLE 1
/// | NAME: VALUE            (the lines of the kind)
/// | These lines are for people and are not signed; what is signed follows.
///
/// base64, 64 characters a line
/// END</code></remarks>
public static class CredenceFile
{
    private const string Maker = "COULISSE ";
    private const string Version = " 1";
    private const string Advice = "| These lines are for people and are not signed; what is signed follows.";
    private const string End = "END";
    private const int LineCharacters = 64;
    private const int HeadBytesMax = 16 * 1024;

    /// <summary>The largest file of a kind, in bytes.</summary>
    public static int BytesMax<T>()
        where T : ICredenceFile<T> => HeadBytesMax + 2 * T.BytesMax;

    /// <summary>The file for a value.</summary>
    public static byte[] Write<T>(T value)
        where T : ICredenceFile<T>
    {
        var text = new StringBuilder();
        text.Append(Heading<T>()).Append('\n');
        foreach (var line in value.Head())
            text.Append("| ").Append(line).Append('\n');
        text.Append(Advice).Append("\n\n");
        foreach (var line in Convert.ToBase64String(WireValue.Encode(value).Span).Chunk(LineCharacters))
            text.Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append(End).Append('\n').ToString());
    }

    /// <summary>Reads any bytes whatever; never throws.</summary>
    public static CredenceReading<T> Read<T>(ReadOnlySpan<byte> file)
        where T : ICredenceFile<T>
    {
        if (file.Length > BytesMax<T>())
            return Refused<T>(CredenceFileRefusal.TooLarge);
        if (RefusalOfHeading<T>(file) is { } refusal)
            return Refused<T>(refusal);
        var start = file.IndexOf("\n\n"u8);
        if (start < 0 || Signed(file[(start + 2)..], T.BytesMax) is not { } bytes)
            return Refused<T>(CredenceFileRefusal.Damaged);
        try
        {
            var value = WireValue.Decode<T>(bytes);
            return Write(value).AsSpan().SequenceEqual(file)
                ? new CredenceReading<T>.Whole(value)
                : Refused<T>(CredenceFileRefusal.HeadChanged);
        }
        catch (DecodeException)
        {
            return Refused<T>(CredenceFileRefusal.Damaged);
        }
    }

    /// <summary>An instant in the form of these files.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Heading<T>()
        where T : ICredenceFile<T> => Maker + T.Title + Version;

    private static CredenceFileRefusal? RefusalOfHeading<T>(ReadOnlySpan<byte> file)
        where T : ICredenceFile<T>
    {
        if (file.StartsWith(Encoding.ASCII.GetBytes(Heading<T>() + "\n")))
            return null;
        if (!file.StartsWith(Encoding.ASCII.GetBytes(Maker)))
            return CredenceFileRefusal.Unrelated;
        var end = file.IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(file[..(end < 0 ? Math.Min(file.Length, 80) : end)]);
        return line.StartsWith(Maker + T.Title + ' ', StringComparison.Ordinal)
            && line[(Maker.Length + T.Title.Length + 1)..].All(char.IsAsciiDigit)
            ? CredenceFileRefusal.OtherVersion
            : CredenceFileRefusal.OtherKind;
    }

    // Tolerant of the form: what is read is written again and compared, so that only one form is ever taken.
    private static byte[]? Signed(ReadOnlySpan<byte> armour, int bytesMax)
    {
        var end = armour.LastIndexOf("\nEND\n"u8);
        if (end < 0)
            return null;
        return Base64.IsValid(armour[..end], out var length) && length <= bytesMax
            ? Convert.FromBase64String(Encoding.ASCII.GetString(armour[..end]))
            : null;
    }

    private static CredenceReading<T> Refused<T>(CredenceFileRefusal why)
        where T : ICredenceFile<T> => new CredenceReading<T>.Refused(why);
}
