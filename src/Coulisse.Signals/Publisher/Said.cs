namespace Coulisse.Signals.Publisher;

/// <summary>What was just done, said once on the screen that follows: one of these words stands in its
/// address.</summary>
public static class Said
{
    public const string Saved = "saved";
    public const string Unchanged = "unchanged";
    public const string Published = "published";
    public const string Released = "released";
    public const string Scheduled = "scheduled";
    public const string Unscheduled = "unscheduled";
    public const string Withdrawn = "withdrawn";
    public const string WithdrawnBySeal = "withdrawn-by-seal";
    public const string Standing = "standing";
    public const string Retired = "retired";
    public const string Answered = "answered";
    public const string Translated = "translated";
    public const string SignatureTaken = "signed";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        Saved, Unchanged, Published, Released, Scheduled, Unscheduled, Withdrawn, WithdrawnBySeal, Standing, Retired,
        Answered, Translated, SignatureTaken,
    };

    /// <summary>The phrase for what an address says was done; null for anything it may not say.</summary>
    public static string? KeyIn(HttpContext context) =>
        context.Request.Query["said"].ToString() is var word && Known.Contains(word) ? "publisher.said-" + word : null;

    public static string After(string address, string word) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}said={word}";
}
