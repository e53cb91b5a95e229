using System.Text.RegularExpressions;

namespace Coulisse.Signals.Items;

/// <summary>A language as BCP 47 writes it: <c>fr</c>, <c>pt-BR</c>, <c>sr-Latn</c>; at most 35 characters.</summary>
public readonly partial record struct LanguageTag
{
    private LanguageTag(string value) => Value = value;

    public string Value { get; }

    /// <summary>The tag in its usual case, or null if <paramref name="typed"/> is none.</summary>
    public static LanguageTag? Parse(string? typed)
    {
        if (typed is not { Length: > 0 and <= 35 } || !Shape().IsMatch(typed))
            return null;
        var parts = typed.Split('-');
        parts[0] = parts[0].ToLowerInvariant();
        for (var i = 1; i < parts.Length; i++)
            parts[i] = InUsualCase(parts[i]);
        return new(string.Join('-', parts));
    }

    /// <summary>A tag that was checked before: from the file, or written in the program.</summary>
    /// <exception cref="ArgumentException">It is no tag: our bug.</exception>
    public static LanguageTag Known(string tag) =>
        Parse(tag) ?? throw new ArgumentException("Not a BCP 47 tag.", nameof(tag));

    public override string ToString() => Value;

    private static string InUsualCase(string part) => part.Length switch
    {
        2 => part.ToUpperInvariant(),
        4 => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
        _ => part.ToLowerInvariant(),
    };

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
