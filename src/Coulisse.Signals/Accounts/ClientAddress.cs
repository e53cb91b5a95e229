using System.Net;
using System.Net.Sockets;

namespace Coulisse.Signals.Accounts;

/// <summary>Where a request comes from, as far as limits care: an IPv4 address, or the /64 that one IPv6 customer
/// has.</summary>
public static class ClientAddress
{
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
