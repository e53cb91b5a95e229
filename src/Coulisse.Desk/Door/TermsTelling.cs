using Coulisse.Door;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;

namespace Coulisse.Desk.Door;

/// <summary>Terms as they pass the door, and back.</summary>
internal static class TermsTelling
{
    private static readonly Mandate[] Mandates = [Mandate.Principal, Mandate.DutyOfficer];

    internal static TermsAnswer Of(Charter terms) => new(terms.Purpose, terms.Excluded, terms.MayKnow,
        Enum.IsDefined(terms.Record) ? terms.Record.ToString() : "", terms.RetentionDays,
        Enum.IsDefined(terms.Quoting) ? terms.Quoting.ToString() : "",
        [.. Mandates.Where(one => terms.MayConsent.HasFlag(one)).Select(one => one.ToString())], terms.End);

    /// <summary>What would be other than it is.</summary>
    internal static IReadOnlyList<TermChangeAnswer> Changes(Charter now, Charter then) =>
        [.. CharterWords.Differences(now, then).Select(one => new TermChangeAnswer(one.Field.ToString(), one.Was,
            one.Is))];

    /// <summary>In the place of words.</summary>
    internal static string Erased(uint days) => $"-- its words were erased after {days} days, as the terms say --";

    /// <summary>The same terms, as they came through the door.</summary>
    internal static Charter CharterOf(TermsAnswer terms) => new(terms.Purpose, terms.Excluded, terms.MayKnow,
        Choice<RecordMode>(terms.Record) ?? default, terms.RetentionDays, Choice<Quoting>(terms.Quoting) ?? default,
        MandatesIn(terms.MayConsent), terms.End);

    /// <summary>What somebody chose by name; null if there is no such choice.</summary>
    internal static T? Choice<T>(string? name)
        where T : struct, Enum => name?.Length > 0 && !char.IsAsciiDigit(name[0])
            && Enum.TryParse<T>(name, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;

    /// <summary>Those that are named; beyond all if a name is none.</summary>
    internal static Mandate MandatesIn(IEnumerable<string> names) => names.Aggregate(Mandate.None,
        (all, name) => all | (Choice<Mandate>(name) ?? (Mandate)0x4000));
}
