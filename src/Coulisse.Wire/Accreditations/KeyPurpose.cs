namespace Coulisse.Wire.Accreditations;

/// <summary>What one key of a subject is for, and with it its algorithm and length: <see cref="KeyRule"/>.</summary>
public enum KeyPurpose : ushort
{
    /// <summary>SHA-256 of the SubjectPublicKeyInfo that a station shows in TLS.</summary>
    StationTlsPin = 1,

    /// <summary>Ed25519, with which a station endorses handshakes.</summary>
    StationEndorsement = 2,

    /// <summary>X25519, from which two stations derive the key of their line.</summary>
    StationLine = 3,

    /// <summary>X-Wing, to which bundles without TLS are encrypted.</summary>
    StationBundles = 4,

    /// <summary>Ed25519, with which a desk delegates the keys of its leaves.</summary>
    DeskDelegation = 5,

    /// <summary>X-Wing, for the emergency lane in files, mail and pictures.</summary>
    DeskEmergency = 6,

    /// <summary>X25519, for the emergency lane typed or read aloud.</summary>
    DeskEmergencyTyped = 7,

    /// <summary>Ed25519, with which an officer signs acts of their own.</summary>
    OfficerActs = 8,
}
