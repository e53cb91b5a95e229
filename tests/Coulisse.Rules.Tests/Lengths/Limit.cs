namespace Coulisse.Rules.Tests.Lengths;

/// <summary>Above <paramref name="Argued"/> only what the ratchet lists; above <paramref name="Max"/> nothing.</summary>
public sealed record Limit(int Argued, int Max, string Advice)
{
    /// <summary>Characters of a line of source.</summary>
    public const int LineCharacters = 120;

    public static readonly Limit File = new(250, 400, "cut it: files aim under 250.");
    public static readonly Limit Method = new(40, 60, "cut it: methods aim under 40.");

    /// <summary>Lines of a file that are wider than <see cref="LineCharacters"/>.</summary>
    public static readonly Limit Wide = new(0, 40, "break them: a line has 120 characters at most.");
}
