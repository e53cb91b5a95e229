using System.Collections.Immutable;
using Coulisse.Signals.Claims;
using Coulisse.Signals.Claims.Cues;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Publisher;

/// <summary>A report's edition with its claims, and the sentences that might be some.</summary>
/// <param name="Lost">Claims whose words no longer stand in the latest text.</param>
/// <param name="Suggestions">Sentences with cues that no claim touches yet.</param>
/// <param name="Measure">How well the suggestions do in this language; null where there are none.</param>
/// <param name="Edited">The claim that the form changes; null: it makes a new one.</param>
public sealed record ClaimsModel(Item Item, Edition Edition, ImmutableArray<BodyBlock> Text, ImmutableArray<Claim> Claims,
    ImmutableArray<Claim> Lost, ImmutableArray<SuggestedSentence> Suggestions, CueMeasure? Measure, ClaimDraft Draft,
    ClaimId? Edited, ImmutableArray<Fault> Faults, string? SaidKey);

/// <summary>A sentence, cut where its cues begin and end.</summary>
/// <param name="Place">Which of the edition's suggestions it is, from 1.</param>
public sealed record SuggestedSentence(int Place, CueKind Kind, ImmutableArray<(string Words, bool IsCue)> Pieces)
{
    public string Words => string.Concat(Pieces.Select(piece => piece.Words));

    /// <summary>Every sentence with cues in these blocks, in reading order.</summary>
    public static ImmutableArray<SuggestedSentence> In(ImmutableArray<BodyBlock> text, LanguageTag language)
    {
        var plain = string.Join("\n\n", text.Select(block => block.PlainText));
        return plain.Length > AttributionCues.TextCharsMax ? [] : [.. AttributionCues.Suggest(language.Value, plain)
            .Select((suggestion, i) => new SuggestedSentence(i + 1, suggestion.Kind, Cut(plain, suggestion)))];
    }

    private static ImmutableArray<(string Words, bool IsCue)> Cut(string text, CueSuggestion suggestion)
    {
        var pieces = ImmutableArray.CreateBuilder<(string, bool)>();
        var position = suggestion.Start;
        foreach (var cue in suggestion.Words)
        {
            pieces.Add((text[position..cue.Start], false));
            pieces.Add((text.Substring(cue.Start, cue.Length), true));
            position = cue.Start + cue.Length;
        }
        pieces.Add((text[position..(suggestion.Start + suggestion.Length)], false));
        return pieces.DrainToImmutable();
    }
}
