using System.Collections.Immutable;
using System.Net;

namespace Coulisse.Signals.Accounts;

/// <summary>What the accounts must know of where the page stands.</summary>
/// <param name="PublicAddress">As readers type it, for example https://page.example; decides cookies and passkeys.</param>
/// <param name="TrustedProxies">Reverse proxies whose X-Forwarded-For is believed; empty: nobody's.</param>
/// <param name="Limits">How often one address may ask.</param>
public sealed record PageAccountsOptions(Uri PublicAddress, ImmutableArray<IPAddress> TrustedProxies, RequestLimits Limits)
{
    /// <summary>No proxy, the usual limits.</summary>
    public static PageAccountsOptions At(Uri publicAddress) => new(publicAddress, [], RequestLimits.Usual);

    internal bool IsSecure => PublicAddress.Scheme == Uri.UriSchemeHttps;
}
