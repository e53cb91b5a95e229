using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Coulisse.Signals.Claims.Cues;

/// <summary>Suggests the sentences of a report in which somebody answers for the words, or nobody quite does.</summary>
/// <remarks>
/// It points at words and never decides: no speaker is guessed, and a person enters the claim. How well it does
/// is in measured.json beside this file, and a test keeps that file true.
/// </remarks>
public static class AttributionCues
{
    /// <summary>Longest text that is searched, in UTF-16 units.</summary>
    public const int TextCharsMax = 500_000;

    private static readonly FrozenDictionary<string, Lazy<ImmutableArray<Cue>>> CuesByLanguage =
        new Dictionary<string, Lazy<ImmutableArray<Cue>>>
        {
            ["en"] = new(() => EnglishCues.All),
            ["fr"] = new(() => FrenchCues.All),
            ["ru"] = new(() => RussianCues.All),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Which guess wins when a sentence has several: the one that says most about whose word it is.
    private static readonly ImmutableArray<CueKind> Weightiest =
        [CueKind.Denied, CueKind.UnnamedSources, CueKind.Reported, CueKind.Attributed, CueKind.Presumed];

    /// <summary>The languages it knows cues of.</summary>
    public static ImmutableArray<string> Languages => [.. CuesByLanguage.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The sentences with cues, in reading order; none for a language it does not know.</summary>
    /// <param name="language">A BCP 47 tag; only its first part counts.</param>
    /// <param name="text">Plain text; an empty line parts paragraphs.</param>
    /// <exception cref="ArgumentException">The text is longer than <see cref="TextCharsMax"/>.</exception>
    public static ImmutableArray<CueSuggestion> Suggest(string language, string text)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > TextCharsMax)
            throw new ArgumentException($"At most {TextCharsMax} characters are searched.", nameof(text));
        if (!CuesByLanguage.TryGetValue(language.Split('-')[0], out var cues))
            return [];
        return [.. Sentences.Split(text).Select(s => Judge(text, s, cues.Value)).OfType<CueSuggestion>()];
    }

    private static CueSuggestion? Judge(string text, TextSpan sentence, ImmutableArray<Cue> cues)
    {
        var found = cues.SelectMany(cue => cue.FindIn(text, sentence)).ToArray();
        if (found.Length == 0)
            return null;
        // Of cues that overlap ("selon des sources") the weightier keeps its words.
        var kept = new List<CueWords>();
        foreach (var cue in found.OrderBy(c => Weightiest.IndexOf(c.Kind)).ThenBy(c => c.Start))
        {
            if (kept.TrueForAll(k => cue.Start >= k.Start + k.Length || k.Start >= cue.Start + cue.Length))
                kept.Add(cue);
        }
        return new(sentence.Start, sentence.Length, kept[0].Kind, [.. kept.OrderBy(c => c.Start)]);
    }
}
