using System.Globalization;
using System.Text;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>A form as it was sent: what was typed, without characters that nobody typed.</summary>
public sealed class SentForm(IFormCollection form)
{
    public static async Task<SentForm> ReadAsync(HttpContext context) =>
        new(await context.Request.ReadFormAsync(context.RequestAborted));

    /// <summary>Several lines, ended by line feeds; no control characters, no characters that steer the direction of others.</summary>
    public string Text(string name)
    {
        var kept = new StringBuilder();
        foreach (var rune in form[name].ToString().ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsSteering(rune)))
                kept.Append(rune.ToString());
        }
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>One line, every run of white space one space.</summary>
    public string Line(string name) =>
        string.Join(' ', Text(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines that are not empty.</summary>
    public string[] Lines(string name) =>
        Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public int Number(string name) =>
        int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public LanguageTag? Language(string name) => LanguageTag.Parse(form[name].ToString().Trim());

    public bool Has(string name) => form.ContainsKey(name);

    public IFormFile? File(string name) => form.Files[name];

    // Embeddings, overrides and isolates: in somebody else's paragraph they would turn that person's words around.
    private static bool IsSteering(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
