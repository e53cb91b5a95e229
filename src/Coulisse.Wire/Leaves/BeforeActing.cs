using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Leaves;

/// <summary>
/// What is asked before one seals a message to somebody, proposes them, or lets them consent: dates, recalls, and how
/// whole the knowledge of their party's chain is. Never asked while processing; see
/// <see cref="AccreditedLeaf.VerifyForProcessing"/>.
/// </summary>
public static class BeforeActing
{
    /// <summary>Before sealing or proposing.</summary>
    /// <param name="accreditation">Whom one relies on.</param>
    /// <param name="seals">The seals of today.</param>
    /// <param name="chain">What is known of their seal's chain.</param>
    /// <param name="now">The instant of the act.</param>
    /// <exception cref="ArgumentException">The chain is another seal's.</exception>
    public static ActingVerdict OnSealingOrProposing(
        Sealed<Accreditation> accreditation, RecognisedSeals seals, KnownChain chain, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(accreditation);
        ArgumentNullException.ThrowIfNull(seals);
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.Of != accreditation.By)
            throw new ArgumentException("Recalls are looked up in the chain of the seal that accredited.",
                nameof(chain));
        if (chain.Standing == HeadStanding.Forked)
            return ActingVerdict.ChainForked;
        if (chain.IsRecalled(accreditation))
            return ActingVerdict.Recalled;
        if (chain.HasEnded || !seals.IsPresent(accreditation.By))
            return ActingVerdict.SealSucceeded;
        if (chain.Standing == HeadStanding.Withheld)
            return ActingVerdict.ChainWithheld;
        if (now < accreditation.Content.NotBefore)
            return ActingVerdict.NotYet;
        return now < accreditation.Content.NotAfter ? ActingVerdict.Allowed : ActingVerdict.Expired;
    }

    /// <summary>Before consenting: the same, and a mandate that binds the party.</summary>
    /// <exception cref="ArgumentException">The chain is another seal's.</exception>
    public static ActingVerdict OnConsenting(Sealed<Accreditation> accreditation, RecognisedSeals seals,
        KnownChain chain, DateTimeOffset now, MandateRights rights)
    {
        ArgumentNullException.ThrowIfNull(rights);
        var verdict = OnSealingOrProposing(accreditation, seals, chain, now);
        return verdict == ActingVerdict.Allowed && !rights.MayConsent.Contains(accreditation.Content.Mandate)
            ? ActingVerdict.MandateTooNarrow
            : verdict;
    }
}
