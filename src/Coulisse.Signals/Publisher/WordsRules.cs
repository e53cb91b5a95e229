using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>What the words of an edition must be like to be kept.</summary>
internal static class WordsRules
{
    public static IEnumerable<Fault> Check(string title, string body, string note)
    {
        if (title.Length == 0)
            yield return new("title", "error.required");
        if (title.Length > Limits.TitleCharsMax)
            yield return new("title", "error.too-long", Limits.TitleCharsMax);
        if (string.IsNullOrWhiteSpace(body))
            yield return new("body", "error.required");
        if (body.Length > Limits.BodyCharsMax)
            yield return new("body", "error.too-long", Limits.BodyCharsMax);
        if (note.Length > Limits.NoteCharsMax)
            yield return new("note", "error.too-long", Limits.NoteCharsMax);
    }
}
