using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Storage;

namespace Coulisse.Signals.Accounts;

/// <summary>The page's key for keyed hashes of names, addresses, codes and ways in. It lies in the page's file: it
/// keeps such
/// things from being read off a row or a log, not from somebody who has the whole file and guesses short
/// names.</summary>
internal sealed class PageSecret
{
    private const int KeyBytes = 32;

    private readonly byte[] _key;

    private PageSecret(byte[] key) => _key = key;

    /// <summary>Reads the key, or makes it the first time.</summary>
    public static async Task<PageSecret> OpenAsync(Database database, IRandomSource random, CancellationToken cancel)
    {
        if (Find(database) is { } known)
            return new PageSecret(known);
        var fresh = new byte[KeyBytes];
        random.Fill(fresh);
        await database.WriteAsync(connection => connection.Run(
            "INSERT INTO account_secret (name, bytes) VALUES ('keyed-hash', $bytes) ON CONFLICT (name) DO NOTHING",
            ("bytes", fresh)), cancel);
        return new PageSecret(Find(database)!);
    }

    /// <summary>32 bytes; different for every purpose.</summary>
    public byte[] Hash(string purpose, string subject) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\0{subject}"));

    private static byte[]? Find(Database database) => database.Read(connection => connection.First(
        "SELECT bytes FROM account_secret WHERE name = 'keyed-hash'", row => row.GetFieldValue<byte[]>(0)));
}
