using System.Net;

namespace Coulisse.Signals.Site;

/// <summary>What a page needs to know before it starts: from flags or one file.</summary>
/// <param name="DatabasePath">The page's one file.</param>
/// <param name="Listen">Where the server listens, as Kestrel writes it: <c>http://127.0.0.1:5080</c>.</param>
/// <param name="PublicAddress">How readers reach it; stands in feeds, canonical links and cookies' security.</param>
/// <param name="TrustedProxies">Proxies whose word about the reader's address is believed; none by default.</param>
/// <param name="Translator">A LibreTranslate-compatible server for machine editions, or null.</param>
/// <param name="TranslatorKeyFile">A file of mode 0600 with that server's key alone, or null.</param>
public sealed record PageOptions(string DatabasePath, Uri Listen, Uri PublicAddress, IReadOnlyList<IPAddress> TrustedProxies,
    Uri? Translator, string? TranslatorKeyFile = null)
{
    public bool IsHttps => PublicAddress.Scheme == Uri.UriSchemeHttps;

    /// <summary>The absolute address of a path on this page.</summary>
    public string Absolute(string path) => PublicAddress.GetLeftPart(UriPartial.Authority) + path;
}
