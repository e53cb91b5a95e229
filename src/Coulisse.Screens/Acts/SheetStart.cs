using Coulisse.Door;
using Coulisse.Screens.Words;

namespace Coulisse.Screens.Acts;

/// <summary>What stands in a sheet before anything is filled in: what can be taken from what it is about.</summary>
internal static class SheetStart
{
    private static readonly string[] Copied = ["act", "threshold", "consequence", "scope"];

    internal static Filled Of(WantedAct act, string language)
    {
        var filled = new Filled();
        foreach (var field in Sheets.Of(act.Kind))
            Fill(filled, field, act, language);
        if (act is { Kind: "RedLineClarified", Matter: { } matter })
            Copy(filled, matter.Steps.Last(step => step.Number == matter.Version).Act);
        return filled;
    }

    private static void Fill(Filled filled, SheetField field, WantedAct act, string language)
    {
        switch (field.Form)
        {
            case FieldForm.Quote:
                filled[field.Name] = act.Quote?.Words ?? act.About?.Text.Split('\n')[0] ?? "";
                break;
            case FieldForm.Moment:
                filled[$"{field.Name}.zone"] = Speech.Zone.Id;
                break;
            case FieldForm.Span:
                filled[$"{field.Name}.unit"] = field.Name == "every" ? "hours" : "minutes";
                break;
            case FieldForm.Mandates:
                filled[field.Name] = "principal,duty officer";
                break;
            case FieldForm.Room:
                filled[field.Name] = act.Into ?? "";
                break;
            case FieldForm.Within:
                filled[field.Name] = "120";
                break;
            case FieldForm.Items:
                filled.Rows.AddRange(Enumerable.Range(1, ItemsOf(act)).Select(_ => new Filled.Row()));
                break;
            case FieldForm.Languages or FieldForm.Meanings:
                filled.Rows.AddRange(Rows(act, language));
                break;
        }
    }

    // Every item is read back, each once.
    private static int ItemsOf(WantedAct act) =>
        Math.Max(1, act.About?.Act?.Fields?.Count(field => field.Name == "item") ?? 1);

    private static List<Filled.Row> Rows(WantedAct act, string language)
    {
        var terms = act.Matter?.Steps.SelectMany(step => step.Act.Fields ?? []).Where(field => field.Name == "terms")
            .SelectMany(field => field.Words ?? []).GroupBy(words => words.Language).Select(words => words.Last())
            .Select(words => new Filled.Row { Language = words.Language, Words = words.Text }).ToList() ?? [];
        return terms.Count > 0 ? terms : [new() { Language = language, Words = act.Quote?.Words ?? "" }];
    }

    private static void Copy(Filled filled, ActAnswer version)
    {
        foreach (var field in version.Fields ?? [])
        {
            if (Copied.Contains(field.Name) && field.Words is [var words, ..])
                filled[field.Name] = words.Text;
            else if (field.Choice is { } choice)
                filled[field.Name] = choice;
        }
    }
}
