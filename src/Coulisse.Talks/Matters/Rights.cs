using System.Diagnostics;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;

namespace Coulisse.Talks.Matters;

/// <summary>Which mandates have which right: data, so that it can be printed.</summary>
public static class Rights
{
    private const Mandate Speakers = Charter.Binding;

    /// <summary>Why this person may not; null if they may.</summary>
    /// <param name="who">The person.</param>
    /// <param name="right">What is needed.</param>
    /// <param name="terms">What was in force when they said it.</param>
    /// <param name="besides">Mandates that are enough in this case as well.</param>
    internal static Refusal? Refuses(Person who, Right right, TermsInForce terms, Mandate besides) =>
        (who.Mandate & (Of(right) | besides)) == Mandate.None ? Refusal.MandateTooNarrow
            : right == Right.Consent && !terms.LetsConsent(who.Mandate) ? Refusal.NotByTheTerms : null;

    /// <summary>The mandates of which one is enough.</summary>
    public static Mandate Of(Right right) => right switch
    {
        Right.Speak or Right.Consent or Right.SpeakForOwnWords => Speakers,
        Right.Render => Speakers | Mandate.Interpreter,
        Right.Ask => Speakers | Mandate.Interpreter | Mandate.Scribe | Mandate.Mediator,
        Right.Report => Speakers | Mandate.Scribe,
        Right.Confer => Speakers | Mandate.Interpreter | Mandate.Scribe | Mandate.Observer | Mandate.Mediator,
        Right.AsAsked => Mandate.None,
        _ => throw new UnreachableException(),
    };
}
