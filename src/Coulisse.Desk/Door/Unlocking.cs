using System.Security.Cryptography;
using Coulisse.Crypto.Passphrases;
using Coulisse.Desk.Vault.Sqlite;
using Coulisse.Terminal;

namespace Coulisse.Desk.Door;

/// <summary>Whether somebody at the screens knows the vault's passphrase. It opens nothing: the vault is open, and it
/// is the screens that were locked.</summary>
/// <param name="header">The vault's, which holds its root key under the passphrase.</param>
internal sealed class Unlocking(byte[] header) : IDisposable
{
    private const int PassphraseBytesMax = 1_024;

    // One try at a time: each costs its memory and its second, and guessing goes no faster.
    private readonly SemaphoreSlim one = new(1, 1);

    internal async Task TryAsync(HttpContext context)
    {
        var typed = new byte[PassphraseBytesMax + 1];
        try
        {
            var length = await context.Request.Body.ReadAtLeastAsync(typed, typed.Length, throwOnEndOfStream: false,
                context.RequestAborted);
            await one.WaitAsync(context.RequestAborted);
            try
            {
                if (length is 0 or > PassphraseBytesMax || !Opens(typed.AsSpan(0, length)))
                    throw new Refusal(ExitCode.VaultClosed, "That is not this desk's passphrase.", "unlock");
            }
            finally
            {
                one.Release();
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(typed);
        }
        await DoorServer.WriteAsync(context, new(IsOpen: true), DoorJson.Default.UnlockAnswer);
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private bool Opens(ReadOnlySpan<byte> typed)
    {
        if (Passphrase.FromUtf8(typed) is not { } passphrase)
            return false;
        using (passphrase)
        {
            using var root = VaultHeader.Open(header, passphrase);
            return root is not null;
        }
    }
}
