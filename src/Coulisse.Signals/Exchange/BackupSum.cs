using System.Security.Cryptography;
using System.Text;

namespace Coulisse.Signals.Exchange;

/// <summary>The line behind a backup's last byte: <c>COULISSE BACKUP 1</c> and the SHA-256 of all before it.</summary>
/// <remarks>SQLite goes by the number of pages in its header and does not see the line.</remarks>
internal static class BackupSum
{
    public const int LineBytes = 18 + (SHA256.HashSizeInBytes * 2) + 1;

    private const string Mark = "COULISSE BACKUP 1 ";
    private const int PortionBytes = 128 << 10;

    public static void Append(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Write(LineOf(SHA256.HashData(file)));
    }

    /// <summary>Copies all but the line; false when the line is not that of the bytes before it.</summary>
    public static bool CopyWithout(Stream from, Stream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var portion = new byte[PortionBytes];
        for (var left = from.Length - LineBytes; left > 0;)
        {
            var read = from.Read(portion, 0, (int)Math.Min(left, portion.Length));
            if (read == 0)
                return false;
            hash.AppendData(portion, 0, read);
            to.Write(portion, 0, read);
            left -= read;
        }
        var line = new byte[LineBytes + 1];
        var length = from.ReadAtLeast(line, line.Length, throwOnEndOfStream: false);
        return line.AsSpan(0, length).SequenceEqual(LineOf(hash.GetHashAndReset()));
    }

    private static byte[] LineOf(byte[] hash) => Encoding.ASCII.GetBytes($"{Mark}{Convert.ToHexStringLower(hash)}\n");
}
