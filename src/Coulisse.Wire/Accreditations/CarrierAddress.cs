using System.Text.RegularExpressions;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Accreditations;

/// <summary>Where a station is reached by one carrier.</summary>
/// <remarks><code>struct { uint16 kind; opaque address&lt;V&gt;; } CarrierAddress;</code></remarks>
/// <param name="Kind">The carrier.</param>
/// <param name="Address"><c>https://host</c> or <c>https://host:port</c> in ASCII; or a mail address.</param>
public sealed partial record CarrierAddress(CarrierKind Kind, string Address) : IWireValue<CarrierAddress>
{
    /// <summary>The longest address, in bytes.</summary>
    public const int BytesMax = 300;

    /// <summary>The most addresses of a station.</summary>
    public const int CountMax = 8;

    /// <summary>Whether the address is one of its carrier.</summary>
    public bool IsWellFormed => Address.Length <= BytesMax && Kind switch
    {
        CarrierKind.Https => IsOrigin(Address),
        CarrierKind.Mail => MailForm().IsMatch(Address),
        _ => false,
    };

    /// <inheritdoc/>
    public static CarrierAddress Read(ref TlsReader reader)
    {
        var kind = WireFields.ReadKnown<CarrierKind>(ref reader, reader.ReadUInt16(), "A carrier");
        var address = new CarrierAddress(kind, WireFields.ReadLine(ref reader, BytesMax));
        return address.IsWellFormed
            ? address
            : throw reader.Refuse(DecodeCode.BadContent, "An address is not one of its carrier.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Kind);
        WireFields.WriteText(writer, Address);
    }

    // An origin and nothing more: no path, query or user that could carry something else along. In its one form, so
    // that two spellings of an address cannot pass for two.
    private static bool IsOrigin(string address) =>
        address.All(char.IsAscii) && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0
        && uri.GetLeftPart(UriPartial.Authority) == address;

    [GeneratedRegex(@"^[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MailForm();
}
