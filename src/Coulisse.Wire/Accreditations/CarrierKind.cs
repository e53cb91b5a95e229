namespace Coulisse.Wire.Accreditations;

/// <summary>By which carrier an address is reached. Files and pictures need no address.</summary>
public enum CarrierKind : ushort
{
    /// <summary>HTTPS, with the station's pinned keys.</summary>
    Https = 1,

    /// <summary>E-mail.</summary>
    Mail = 2,
}
