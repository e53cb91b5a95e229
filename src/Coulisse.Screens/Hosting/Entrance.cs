using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Coulisse.Screens.Hosting;

/// <summary>
/// The one way in: a link that works once, and then a session. Of both only hashes are kept.
/// </summary>
/// <remarks>
/// Browsers give a cookie to every port of a host, so whoever else serves something on this machine could be given
/// ours. That is why everything lies below a name that nobody else knows, and the cookie is for that name alone.
/// </remarks>
internal sealed class Entrance
{
    /// <summary>The cookie's name.</summary>
    internal const string Cookie = "coulisse-desk";

    private const int SecretBytes = 32;

    private string? link;
    private byte[] session = [];
    private readonly byte[] linkHash;
    private int isUsed;

    internal Entrance()
    {
        Name = Draw();
        link = Draw();
        linkHash = HashOf(link);
    }

    /// <summary>Below which everything lies; no secret, and hard to guess.</summary>
    internal string Name { get; }

    /// <summary>Where the program listens, once it does.</summary>
    internal Uri? Address { get; set; }

    /// <summary>The link, for the person at the desk; it can be taken once. Its secret stands in the fragment, which
    /// no browser sends to anybody.</summary>
    internal string TakeLink()
    {
        var secret = Interlocked.Exchange(ref link, null) ?? throw new InvalidOperationException("It was taken.");
        return $"{Address!.GetLeftPart(UriPartial.Authority)}/{Name}/enter#{secret}";
    }

    /// <summary>The session's secret for the link's; null if that is not it, or was used.</summary>
    internal string? Enter(string secret)
    {
        if (!CryptographicOperations.FixedTimeEquals(HashOf(secret), linkHash)
            || Interlocked.Exchange(ref isUsed, 1) == 1)
            return null;
        var opened = Draw();
        Volatile.Write(ref session, HashOf(opened));
        return opened;
    }

    internal bool IsSession(string? secret) =>
        secret is not null && CryptographicOperations.FixedTimeEquals(HashOf(secret), Volatile.Read(ref session));

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

#pragma warning disable RS0030 // the screens name nothing of Crypto, and a session's secret outlives no process
    private static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
#pragma warning restore RS0030
}
