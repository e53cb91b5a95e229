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

    private const Mandate Known = Mandate.Principal | Mandate.DutyOfficer | Mandate.Interpreter | Mandate.Scribe
        | Mandate.Observer | Mandate.Mediator;

    /// <summary>What is wrong with it, field by field; nothing if both could agree to it.</summary>
    public ImmutableArray<CharterFault> Faults() =>
    [
        .. Text(CharterField.Purpose, Purpose), .. Excluded.Length == 0 ? [] : Text(CharterField.Excluded, Excluded),
        .. Text(CharterField.MayKnow, MayKnow), .. Text(CharterField.End, End),
        .. Enum.IsDefined(Record) ? Sound : [new(CharterField.Record, Refusal.NumberOutOfRange)],
        .. Enum.IsDefined(Quoting) ? Sound : [new(CharterField.Quoting, Refusal.NumberOutOfRange)],
        .. RetentionDays <= RetentionDaysMax ? Sound : [new(CharterField.Retention, Refusal.NumberOutOfRange)],
        // A charter that nobody can consent to could never be changed again; one that an observer changes binds nobody.
        .. IsAbleToConsent ? Sound : [new(CharterField.MayConsent, Refusal.MandateTooNarrow)],
    ];

    private static readonly CharterFault[] Sound = [];

    private bool IsAbleToConsent => (MayConsent & ~Known) == 0 && (MayConsent & Mandate.Observer) == 0
        && (MayConsent & (Mandate.Principal | Mandate.DutyOfficer)) != 0;

    private static CharterFault[] Text(CharterField field, string text) =>
        WordsCbor.FaultOf(text, TextScalarsMax) is { } fault ? [new(field, fault)] : Sound;
}
