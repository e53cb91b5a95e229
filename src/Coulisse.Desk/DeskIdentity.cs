using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk;

/// <summary>Who a desk is, whom it accepts, and on which line. The key stays the caller's to dispose.</summary>
public sealed class DeskIdentity
{
    /// <summary>The desk's accreditation by its party's seal.</summary>
    public required Sealed<Accreditation> Accreditation { get; init; }

    /// <summary>The key that the accreditation names, with which leaves are delegated.</summary>
    public required SignaturePrivateKey Key { get; init; }

    /// <summary>The own seal, given by hand, and the other's, recognised by it.</summary>
    public required RecognisedSeals Seals { get; init; }

    /// <summary>The line's parties.</summary>
    public required LineParties Parties { get; init; }

    /// <summary>The keys for endorsements that the own station has or has had, and the other's.</summary>
    public required IReadOnlyDictionary<Side, IReadOnlyList<SignaturePublicKey>> Endorsements { get; init; }

    /// <summary>The suite of the rooms it opens.</summary>
    public required Ciphersuite Suite { get; init; }

    /// <summary>The line.</summary>
    public LineId Line => Parties.Id;

    /// <summary>The own side.</summary>
    public Side Side => Parties.SideOf(Accreditation.By.Party)
        ?? throw new InvalidOperationException("The desk's party is not one of the line's.");

    /// <summary>Whether this is the desk at home, where only its own party's are.</summary>
    public bool IsHome => Parties.IsHome;

    /// <summary>The side whose act is needed beside the own: at home its own, since there is no other.</summary>
    internal Side Opposite => IsHome ? Side : Side.Other();

    /// <summary>The same desk at home: no seal counts there but its own party's, so that no leaf of another party is
    /// anybody's.</summary>
    public DeskIdentity AtHome() => new()
    {
        Accreditation = Accreditation,
        Key = Key,
        Seals = Seals.WithoutOthers,
        Parties = LineParties.Home(Accreditation.By.Party),
        Endorsements = new Dictionary<Side, IReadOnlyList<SignaturePublicKey>> { [Side.A] = Endorsements[Side] },
        Suite = Suite,
    };

    /// <summary>The identifier under which stations know the desk.</summary>
    public Opaque Id => Accreditation.Content.Subject.Id;
}
