using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Coulisse.Talks.Parties;

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
        CharterField.MayKnow => charter.MayKnow,
        CharterField.Record => charter.Record == RecordMode.OnRecord
            ? "on record: what both countersign can be proved to anybody" : "off record: provable to nobody afterwards",
        CharterField.Retention => charter.RetentionDays == 0 ? "kept until both agree to erase it"
            : string.Create(CultureInfo.InvariantCulture, $"erased after {charter.RetentionDays} days"),
        CharterField.Quoting => charter.Quoting switch
        {
            Quoting.Never => "nobody quotes",
            Quoting.ByConsent => "quoted where both have agreed to the passage",
            _ => "each side may quote its own words",
        },
        CharterField.MayConsent => Names(charter.MayConsent),
        CharterField.End => charter.End,
        _ => throw new UnreachableException(),
    };

    private static string Names(Mandate mandates) => string.Join(", ", Enum.GetValues<Mandate>()
        .Where(one => one != Mandate.None && mandates.HasFlag(one))
        .Select(one => one == Mandate.DutyOfficer ? "duty officer" : one.ToString().ToLowerInvariant()));
}
