using System.Security.Cryptography;
using System.Text;

namespace Coulisse.Wire.Statements;

/// <summary>
/// What a page hands to the keeper of the seal: the statement as it will be signed, and a last line with the SHA-256
/// of all before it, so that what is lost on the way shows. Not signed; anyone can make one.
/// </summary>
public static class UnsignedStatementFile
{
    private const string LastLinePrefix = "%% UNSIGNED ";

    /// <summary>The file for a statement.</summary>
    /// <exception cref="ArgumentException">The statement breaks <see cref="StatementRules"/>.</exception>
    public static byte[] Write(Statement statement)
    {
        if (!StatementRules.FaultsOf(statement).IsEmpty)
            throw new ArgumentException("Check the statement's rules before it is handed on.", nameof(statement));
        var text = StatementText.Write(statement, StatementText.UnsignedHeading);
        return [.. text, .. LastLine(text)];
    }

    /// <summary>Reads any bytes whatever; never throws.</summary>
    public static StatementReading Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > StatementLimits.FileBytesMax)
            return Refused(StatementReadingRefusal.TooLarge, 1);
        if (!file.StartsWith(Encoding.UTF8.GetBytes(StatementText.UnsignedHeading + '\n')))
            return Refused(HeadingRefusal(file), 1);
        var end = file.LastIndexOf(Encoding.UTF8.GetBytes(LastLinePrefix));
        if (end < 0 || !file[end..].SequenceEqual(LastLine(file[..end])))
            return Refused(StatementReadingRefusal.Damaged, file.Count((byte)'\n'));
        var (statement, line) = StatementText.Read(file[..end], StatementText.UnsignedHeading);
        return statement is null ? Refused(StatementReadingRefusal.BreaksRules, line)
            : new StatementReading.Read(statement);
    }

    private static StatementReadingRefusal HeadingRefusal(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("COULISSE STATEMENT "u8))
            return StatementReadingRefusal.SignedAlready;
        return file.StartsWith("COULISSE UNSIGNED STATEMENT "u8) ? StatementReadingRefusal.OtherVersion
            : StatementReadingRefusal.Unrelated;
    }

    private static byte[] LastLine(ReadOnlySpan<byte> text) =>
        Encoding.UTF8.GetBytes($"{LastLinePrefix}{Convert.ToHexStringLower(SHA256.HashData(text))}\n");

    private static StatementReading.Refused Refused(StatementReadingRefusal why, int line) => new(why, line);
}
