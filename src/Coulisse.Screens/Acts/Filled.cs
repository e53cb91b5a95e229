namespace Coulisse.Screens.Acts;

/// <summary>What somebody has filled into a sheet.</summary>
public sealed class Filled
{
    /// <summary>A language, or the number of an item; and what stands in it.</summary>
    public sealed class Row
    {
        /// <summary>Of its words.</summary>
        public string Language { get; set; } = "en";

        /// <summary>The words; of a meaning the term.</summary>
        public string Words { get; set; } = "";

        /// <summary>What the term means.</summary>
        public string Meaning { get; set; } = "";
    }

    /// <summary>By the field's name.</summary>
    public Dictionary<string, string> One { get; init; } = [];

    /// <summary>Of the one field that has rows.</summary>
    public List<Row> Rows { get; init; } = [];

    internal string this[string name]
    {
        get => One.GetValueOrDefault(name, "");
        set => One[name] = value;
    }

    /// <summary>Whether all that has to be is filled in, and nothing is too long.</summary>
    internal bool IsWhole(IReadOnlyList<SheetField> fields) => fields.All(IsWhole);

    /// <summary>As it passes the desk's door: the lines that its verbs take.</summary>
    internal string Text(IReadOnlyList<SheetField> fields) =>
        string.Join('\n', fields.SelectMany(Lines)).Trim('\n');

    private bool IsWhole(SheetField field) => field.Form switch
    {
        FieldForm.Languages => Rows.Count > 0 && Rows.All(row => Fits(row.Words, field.Most)),
        FieldForm.Meanings => Rows.Count > 0 && Rows.All(row => Fits(row.Words, field.Most)
            && Fits(row.Meaning, field.Most) && !row.Words.Contains('=', StringComparison.Ordinal)),
        FieldForm.Items => Rows.Count > 0 && Rows.All(row => Fits(row.Words, field.Most)),
        FieldForm.Moment => Moment(field) is null ? field.IsOptional : this[$"{field.Name}.zone"].Length > 0,
        FieldForm.Span => int.TryParse(this[field.Name], out var count) && count is > 0 and <= ushort.MaxValue,
        _ => (field.IsOptional && this[field.Name].Trim().Length == 0) || Fits(this[field.Name], field.Most),
    };

    private static bool Fits(string words, int most) =>
        words.Trim().Length > 0 && words.EnumerateRunes().Count() <= most;

    private IEnumerable<string> Lines(SheetField field)
    {
        var value = this[field.Name].Trim();
        return field.Form switch
        {
            FieldForm.Languages => Rows.Select(row => $"{row.Language}: {Flat(row.Words)}"),
            FieldForm.Meanings => Rows.Select(row => $"{row.Language}: {Flat(row.Words)} = {Flat(row.Meaning)}"),
            FieldForm.Items => Rows.Select(row => Flat(row.Words)),
            FieldForm.Within or FieldForm.Tongue or FieldForm.Mandates or FieldForm.Room => [],
            FieldForm.Moment => Moment(field) is { } clock
                ? [$"{field.Name}: {clock} {this[$"{field.Name}.zone"]}"] : [],
            FieldForm.Span => [$"{field.Name}: {value} {this[$"{field.Name}.unit"]}"],
            FieldForm.Body => ["", value],
            FieldForm.Words or FieldForm.Line or FieldForm.Quote or FieldForm.Vote => [value],
            _ => value.Length == 0 ? [] : [$"{field.Name}: {Flat(value)}"],
        };
    }

    // A browser writes 2031-05-09T18:00, the desk reads 2031-05-09 18:00.
    private string? Moment(SheetField field) => this[field.Name] is { Length: >= 16 } typed
        ? typed[..16].Replace('T', ' ') : null;

    // A field of several lines is one line at the door: what will be said is shown before it is.
    private static string Flat(string words) => string.Join(' ', words.Split((char[]?)null,
        StringSplitOptions.RemoveEmptyEntries));
}
