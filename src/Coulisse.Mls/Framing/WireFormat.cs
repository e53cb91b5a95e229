namespace Coulisse.Mls.Framing;

/// <summary>What an MLS message holds: RFC 9420 §6 and §17.2.</summary>
public enum WireFormat
{
    /// <summary>Signed, in the open.</summary>
    PublicMessage = 1,

    /// <summary>Signed and encrypted.</summary>
    PrivateMessage = 2,

    Welcome = 3,
    GroupInfo = 4,
    KeyPackage = 5,
}
