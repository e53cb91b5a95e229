using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;

namespace Coulisse.Talks.Charters;

/// <summary>A charter in English, and what differs between two.</summary>
public static class CharterWords
{
    /// <summary>What one would change of the other; nothing is left out and nothing else is named.</summary>
    public static ImmutableArray<CharterChange> Differences(Charter was, Charter becomes) =>
    [
        .. Enum.GetValues<CharterField>().Select(field => new CharterChange(field, Of(was, field), Of(becomes, field)))
            .Where(change => change.Was != change.Is),
    ];

    /// <summary>A field in words.</summary>
    public static string Of(Charter charter, CharterField field) => field switch
    {
        CharterField.Purpose => charter.Purpose,
        CharterField.Excluded => charter.Excluded.Length == 0 ? "nothing is excluded" : charter.Excluded,
        CharterField.MayKnow => Said(charter.MayKnow),
        CharterField.Record => charter.Record switch
        {
            RecordMode.OnRecord => "on record: what both countersign can be proved to anybody",
            RecordMode.OffRecord => "off record: nothing said here is put on record or countersigned",
            _ => Unsaid,
        },
        CharterField.Retention => charter.RetentionDays == 0 ? "kept, and not erased"
            : string.Create(CultureInfo.InvariantCulture, $"erased after {charter.RetentionDays} days"),
        CharterField.Quoting => charter.Quoting switch
        {
            Quoting.Never => "nobody quotes",
            Quoting.ByConsent => "quoted where both have agreed to the passage",
            Quoting.OwnWords => "each side may quote its own words",
            _ => Unsaid,
        },
        CharterField.MayConsent => Names(charter.InForce.Consenting),
        CharterField.End => Said(charter.End),
        _ => throw new UnreachableException(),
    };

    /// <summary>What is wrong with a field, and what to do.</summary>
    public static string Of(CharterFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Field switch
        {
            CharterField.MayConsent => "Name a principal, a duty officer or both as those whose consent binds: no "
                + "other mandate binds its party.",
            CharterField.Retention => string.Create(CultureInfo.InvariantCulture,
                $"Words are erased after 1 to {Charter.RetentionDaysMax} days, or never (0)."),
            CharterField.Record => "Choose: on record, or off record.",
            CharterField.Quoting => "Choose who quotes: nobody, both by consent, or each side its own words.",
            _ => $"{Name(fault.Field)}: {RefusalWords.Of(fault.Why)} At most {Charter.TextScalarsMax} characters.",
        };
    }

    /// <summary>A field's name.</summary>
    public static string Name(CharterField field) => field switch
    {
        CharterField.Purpose => "Purpose",
        CharterField.Excluded => "Excluded",
        CharterField.MayKnow => "Who may know",
        CharterField.Record => "Record",
        CharterField.Retention => "Kept",
        CharterField.Quoting => "Quoting",
        CharterField.MayConsent => "Consent binds of",
        CharterField.End => "How it ends",
        _ => throw new UnreachableException(),
    };

    private const string Unsaid = "nothing is agreed about it";

    private static string Said(string words) => words.Length == 0 ? Unsaid : words;

    private static string Names(Mandate mandates) => MandateNames.Of(mandates, ", ");
}
