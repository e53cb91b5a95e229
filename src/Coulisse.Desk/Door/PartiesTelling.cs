using Coulisse.Desk.Keys;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Desk.Door;

/// <summary>The parties of the line as answers: their seals, and who holds what of them until when.</summary>
internal sealed class PartiesTelling(
    DeskIdentity identity, LineCredence line, People people, InForce inForce, TimeProvider time)
{
    // A fingerprint takes a tenth of a second, and never changes.
    private readonly Lazy<IReadOnlyDictionary<PartyMark, string>> fingerprints = new(() =>
        Seals(identity).ToDictionary(seal => seal, seal => SealFingerprint.Of(seal.Seal).ToString()));

    /// <summary>The fingerprints, worked out once; not on the desk's own thread.</summary>
    internal void Prepare() => _ = fingerprints.Value;

    /// <summary>Both parties; on the desk's own thread.</summary>
    internal PartiesAnswer Tell(DeskCore core) => new([.. Seals(identity).Select(seal => Party(core, seal))]);

    private static IEnumerable<PartyMark> Seals(DeskIdentity identity) =>
        ((PartyMark?[])[identity.Seals.Own, identity.Seals.Other]).OfType<PartyMark>();

    private PartyAnswer Party(DeskCore core, PartyMark seal)
    {
        var (isOurs, chain) = (seal == identity.Seals.Own, core.ChainOf(seal));
        var station = isOurs ? line.OwnStation : line.OtherStation;
        return new(seal.Party, isOurs, seal.Seal.ToString(), fingerprints.Value[seal],
            chain is null ? "Unknown" : chain.HasEnded ? "Ended" : chain.Standing.ToString(), chain?.Missing ?? 0,
            [.. people.All.Where(one => one.By.Party == seal.Party).OrderBy(one => one.Number).Prepend(station)
                .Select(one => Holder(one, chain))]);
    }

    private HolderAnswer Holder(Sealed<Accreditation> one, KnownChain? chain) => new(
        one.Content.Subject.Kind.ToString(),
        [.. one.Content.Office.Select(name => new WordingAnswer(name.Language, name.Text))],
        one.Content.Mandate.ToString(), one.Content.Subject.Id.ToString(), one.Content.NotBefore,
        one.Content.NotAfter, inForce.ForceOf(one, chain, time.GetUtcNow()).ToString(),
        one.Content.Subject.Id == identity.Id);
}
