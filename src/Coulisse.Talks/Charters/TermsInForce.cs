using Coulisse.Talks.Parties;

namespace Coulisse.Talks.Charters;

/// <summary>What of a charter programs go by. Each message keeps what was in force in its epoch, on every desk: terms
/// that change later change nothing that was said before.</summary>
/// <param name="Record">What can be proved afterwards; none where nothing was agreed.</param>
/// <param name="RetentionDays">After how many days what was said is erased; 0: never.</param>
/// <param name="Quoting">Who may say outside what was said inside; none where nothing was agreed.</param>
/// <param name="MayConsent">Which mandates bind their party by consenting; none where nothing was agreed: those that
/// bind it anyway.</param>
public sealed record TermsInForce(RecordMode Record, uint RetentionDays, Quoting Quoting, Mandate MayConsent)
{
    /// <summary>Nothing was agreed.</summary>
    public static TermsInForce None { get; } = Charter.Early("", "").InForce;

    /// <summary>Whether nothing can be put on record.</summary>
    public bool IsOffRecord => Record == RecordMode.OffRecord;

    /// <summary>The mandates whose consent binds.</summary>
    public Mandate Consenting => MayConsent == Mandate.None ? Charter.Binding : MayConsent & Charter.Binding;

    /// <summary>Whether one who has these mandates binds their party by consenting.</summary>
    public bool LetsConsent(Mandate mandates) => (Consenting & mandates) != Mandate.None;
}
