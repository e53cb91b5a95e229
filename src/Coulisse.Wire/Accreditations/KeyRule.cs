using System.Collections.Immutable;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Wire.Accreditations;

/// <summary>How many keys of a purpose a subject has, and how long each is.</summary>
/// <param name="Purpose">What the key is for.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Bytes">Its exact length.</param>
/// <param name="Least">The fewest of them.</param>
/// <param name="Most">The most of them.</param>
/// <param name="Signs">Whether it is the subject's one signature key, which asks for the accreditation.</param>
public sealed record KeyRule(KeyPurpose Purpose, SubjectKind Owner, int Bytes, int Least, int Most, bool Signs)
{
    private const int Sha256Bytes = 32;

    /// <summary>Every purpose, in the order of its number.</summary>
    public static ImmutableArray<KeyRule> All { get; } =
    [
        new(KeyPurpose.StationTlsPin, SubjectKind.Station, Sha256Bytes, 1, 2, false), // Two while one is replaced.
        new(KeyPurpose.StationEndorsement, SubjectKind.Station, SignaturePublicKey.KeyBytes, 1, 1, true),
        new(KeyPurpose.StationLine, SubjectKind.Station, Kem.X25519.PublicKeyBytes, 1, 1, false),
        new(KeyPurpose.StationBundles, SubjectKind.Station, Kem.XWing.PublicKeyBytes, 1, 1, false),
        new(KeyPurpose.DeskDelegation, SubjectKind.Desk, SignaturePublicKey.KeyBytes, 1, 1, true),
        new(KeyPurpose.DeskEmergency, SubjectKind.Desk, Kem.XWing.PublicKeyBytes, 0, 1, false),
        new(KeyPurpose.DeskEmergencyTyped, SubjectKind.Desk, Kem.X25519.PublicKeyBytes, 0, 1, false),
        new(KeyPurpose.OfficerActs, SubjectKind.Officer, SignaturePublicKey.KeyBytes, 1, 1, true),
    ];

    /// <summary>The rule of a purpose.</summary>
    public static KeyRule Of(KeyPurpose purpose) => All.Single(rule => rule.Purpose == purpose);

    /// <summary>The purpose of the signature key of a kind of subject.</summary>
    public static KeyPurpose SignatureOf(SubjectKind kind) =>
        All.Single(rule => rule.Owner == kind && rule.Signs).Purpose;
}
