using Coulisse.Door;
using Coulisse.Screens.Acts;

namespace Coulisse.Screens.Words;

/// <summary>The terms of a room, field by field, as they are filled in.</summary>
internal static class Terms
{
    private const int Most = 1_000;
    private const string Both = "Principal,DutyOfficer";

    /// <summary>As they are filled in; of those that can be chosen, what is left open stays, or is as usual.</summary>
    internal static IReadOnlyList<SheetField> Fields { get; } =
    [
        new("purpose", FieldForm.Words, Most),
        new("excluded", FieldForm.Words, Most, IsOptional: true),
        new("MayKnow", FieldForm.Named, Most, IsOptional: true),
        new("Record", FieldForm.Term, IsOptional: true, Choices: ["OnRecord", "OffRecord"]),
        new("Retention", FieldForm.Term, IsOptional: true, Choices: ["0", "7", "30", "90", "180", "365"]),
        new("Quoting", FieldForm.Term, IsOptional: true, Choices: ["Never", "ByConsent", "OwnWords"]),
        new("MayConsent", FieldForm.Term, IsOptional: true, Choices: [Both, "Principal"]),
        new("End", FieldForm.Named, Most, IsOptional: true),
    ];

    /// <summary>What a person filled in besides purpose and exclusions.</summary>
    internal static FurtherTerms Further(Filled filled) => new(Given(filled, "MayKnow"), Given(filled, "Record"),
        uint.TryParse(filled["Retention"], out var days) ? days : null, Given(filled, "Quoting"),
        Given(filled, "MayConsent")?.Split(','), Given(filled, "End"));

    /// <summary>The terms as they would be.</summary>
    internal static TermsAnswer Of(Filled filled, TermsAnswer? now)
    {
        var (further, before) = (Further(filled), now ?? new("", "", "", "", 0, "", [], ""));
        return new(filled["purpose"].Trim(), filled["excluded"].Trim(), further.MayKnow ?? before.MayKnow,
            further.Record ?? before.Record, further.RetentionDays ?? before.RetentionDays,
            further.Quoting ?? before.Quoting, further.MayConsent ?? before.MayConsent, further.End ?? before.End);
    }

    /// <summary>Fills in what holds.</summary>
    internal static void Fill(Filled filled, TermsAnswer terms)
    {
        (filled["purpose"], filled["excluded"]) = (terms.Purpose, terms.Excluded);
        (filled["MayKnow"], filled["Record"], filled["Quoting"], filled["End"]) =
            (terms.MayKnow, terms.Record, terms.Quoting, terms.End);
        filled["Retention"] = Fields[4].Choices!.Contains(Days(terms)) ? Days(terms) : "";
        filled["MayConsent"] = string.Join(',', terms.MayConsent);
    }

    private static string Days(TermsAnswer terms) =>
        terms.RetentionDays.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Given(Filled filled, string name) =>
        filled[name].Trim() is { Length: > 0 } words ? words : null;
}
