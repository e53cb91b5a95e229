using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Keys;

/// <summary>
/// Whether an accreditation is in force: asked when a person proposes, accepts or consents, by this machine's clock and
/// the recalls in the desk's folder. A message is never refused for it: a line that falls silent at midnight is worse
/// than one whose people have to be renewed, and the screen says who.
/// </summary>
/// <param name="recalls">Those in the desk's folders.</param>
internal sealed class InForce(KnownRecalls recalls)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <summary>Why it is not in force, as the end of a sentence; null if it is.</summary>
    /// <param name="accreditation">Whose.</param>
    /// <param name="chain">What is known of its seal's chain; null if nothing.</param>
    /// <param name="now">By this machine's clock.</param>
    internal string? FaultOf(Sealed<Accreditation> accreditation, KnownChain? chain, DateTimeOffset now) =>
        ForceOf(accreditation, chain, now) switch
        {
            Force.Recalled => "was recalled by its party",
            Force.SealForked => "is of a seal that has signed two histories: ask its party by another way",
            Force.SealEnded => "is of a seal that has named its successor",
            Force.NotYet => $"is in force from {CredenceFile.Text(accreditation.Content.NotBefore)} on, "
                + "by this machine's clock not yet",
            Force.Expired => $"expired on {CredenceFile.Text(accreditation.Content.NotAfter)}",
            _ => null,
        };

    /// <summary>The same, and in a sentence of its own what a person does about it.</summary>
    internal string? AdviceOn(Sealed<Accreditation> accreditation, KnownChain? chain, DateTimeOffset now) =>
        FaultOf(accreditation, chain, now) is { } fault
            ? $"{fault}. {RemedyOf(ForceOf(accreditation, chain, now))}" : null;

    /// <summary>What to do something about: what is not in force, and what will not be in a fortnight.</summary>
    internal string? WarningOf(Sealed<Accreditation> accreditation, KnownChain? chain, DateTimeOffset now) =>
        AdviceOn(accreditation, chain, now) ??
        (ForceOf(accreditation, chain, now) is Force.EndsSoon and var soon
            ? $"expires on {CredenceFile.Text(accreditation.Content.NotAfter)}. {RemedyOf(soon)}" : null);

    /// <summary>Whether it is in force, and why not.</summary>
    internal Force ForceOf(Sealed<Accreditation> accreditation, KnownChain? chain, DateTimeOffset now) => chain switch
    {
        _ when recalls.Has(accreditation) || chain?.IsRecalled(accreditation) == true =>
            Force.Recalled,
        { Standing: HeadStanding.Forked } => Force.SealForked,
        { HasEnded: true } => Force.SealEnded,
        _ when now < accreditation.Content.NotBefore => Force.NotYet,
        _ when now >= accreditation.Content.NotAfter => Force.Expired,
        _ => now + Soon >= accreditation.Content.NotAfter ? Force.EndsSoon : Force.Holds,
    };

    private static string RemedyOf(Force force) => force switch
    {
        Force.NotYet => "Wait until then; or, if this machine's clock is wrong, set it right.",
        Force.Recalled => "The keeper of its party's seal alone can accredit anew: put that into this desk's folder, "
            + "and open the desk again.",
        Force.SealForked => "Rely on nothing that this seal signed before they have answered.",
        Force.SealEnded => "The seal that followed has to accredit anew: put that into this desk's folder, and open "
            + "the desk again.",
        _ => "The keeper of its party's seal renews it with: coulisse accredit — put what comes of that into this "
            + "desk's folder, and open the desk again.",
    };
}
