using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;

namespace Coulisse.Talks.Charters;

/// <summary>The terms of a room, as both sides hold them word for word. Carried by the room's group; here it is a
/// value.</summary>
/// <param name="Purpose">What the talk is for.</param>
/// <param name="Excluded">What it is not for; may be empty.</param>
/// <param name="MayKnow">Who on each side may know of it.</param>
/// <param name="Record">What can be proved afterwards.</param>
/// <param name="RetentionDays">After how many days what was said is erased; 0: never.</param>
/// <param name="Quoting">Who may say outside what was said inside.</param>
/// <param name="MayConsent">Which mandates bind their party by consenting.</param>
/// <param name="End">How it ends.</param>
public sealed record Charter(string Purpose, string Excluded, string MayKnow, RecordMode Record, uint RetentionDays,
    Quoting Quoting, Mandate MayConsent, string End)
{
    /// <summary>A text of it, in Unicode scalar values.</summary>
    public const int TextScalarsMax = 1_000;

    /// <summary>A hundred years.</summary>
    public const uint RetentionDaysMax = 36_500;

    /// <summary>The mandates that bind a party: a charter chooses among them and gives nobody what their seal has
    /// not.</summary>
    public const Mandate Binding = Mandate.Principal | Mandate.DutyOfficer;

    /// <summary>Of whoever says no more than what a talk is for.</summary>
    /// <param name="purpose">What the talk is for.</param>
    /// <param name="excluded">What it is not for; may be empty.</param>
    public static Charter Usual(string purpose, string excluded) => new(purpose, excluded, UsualMayKnow,
        RecordMode.OnRecord, 0, Quoting.ByConsent, Binding, UsualEnd);

    /// <summary>Terms of before there were others than these two: nothing was agreed about the rest, and nobody is held
    /// to anything of it.</summary>
    /// <param name="purpose">What the talk is for.</param>
    /// <param name="excluded">What it is not for; may be empty.</param>
    public static Charter Early(string purpose, string excluded) =>
        new(purpose, excluded, "", default, 0, default, Mandate.None, "");

    /// <summary>Whether nothing beyond purpose and exclusions was agreed.</summary>
    public bool IsEarly => this == Early(Purpose, Excluded);

    /// <summary>What of it programs go by.</summary>
    public TermsInForce InForce => new(Record, RetentionDays, Quoting, MayConsent);

    private const string UsualMayKnow = "Those in the room, and whom each side has to tell.";
    private const string UsualEnd = "When either side says so here.";

    /// <summary>What is wrong with it, field by field; nothing if both could agree to it.</summary>
    public ImmutableArray<CharterFault> Faults() =>
    [
        .. Text(CharterField.Purpose, Purpose), .. Excluded.Length == 0 ? [] : Text(CharterField.Excluded, Excluded),
        .. Text(CharterField.MayKnow, MayKnow), .. Text(CharterField.End, End),
        .. Enum.IsDefined(Record) ? Sound : [new(CharterField.Record, Refusal.NumberOutOfRange)],
        .. Enum.IsDefined(Quoting) ? Sound : [new(CharterField.Quoting, Refusal.NumberOutOfRange)],
        .. RetentionDays <= RetentionDaysMax ? Sound : [new(CharterField.Retention, Refusal.NumberOutOfRange)],
        // A charter that nobody can consent to could never be changed again; one that others change binds nobody.
        .. IsAbleToConsent ? Sound : [new(CharterField.MayConsent, Refusal.MandateTooNarrow)],
    ];

    private static readonly CharterFault[] Sound = [];

    private bool IsAbleToConsent => (MayConsent & ~Binding) == 0 && MayConsent != Mandate.None;

    private static CharterFault[] Text(CharterField field, string text) =>
        WordsCbor.FaultOf(text, TextScalarsMax) is { } fault ? [new(field, fault)] : Sound;
}
