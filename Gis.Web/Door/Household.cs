using System.Net;
using System.Net.Sockets;

namespace Gis.Web.Door;

/// <summary>For whom what is asked is counted: an IPv4 address, or the part of an IPv6 one that a provider hands to a household.</summary>
internal static class Household
{
    // A provider hands an IPv6 household this many bytes; the rest each device chooses, and chooses anew, itself.
    private const int Bytes = 8;

    /// <summary>The household a request comes from.</summary>
    internal static IPAddress Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, Bytes, bytes.Length - Bytes);
        return new IPAddress(bytes);
    }
}
