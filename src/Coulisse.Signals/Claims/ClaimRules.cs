using System.Collections.Immutable;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Claims;

/// <summary>A claim is words that stand in the text, and on whose word they stand. A person says so; nothing is guessed.</summary>
public static class ClaimRules
{
    public const int WordsCharsMax = 2_000;
    public const int NameCharsMax = 300;
    public const int ChainMax = 10;
    public const int PerEditionMax = 500;

    public static IEnumerable<ClaimFault> Check(ClaimDraft draft, ImmutableArray<BodyBlock> text)
    {
        if (draft.Words.Length == 0)
            yield return ClaimFault.NoWords;
        else if (draft.Words.Length > WordsCharsMax)
            yield return ClaimFault.WordsTooLong;
        else if (!StandsIn(draft.Words, text))
            yield return ClaimFault.WordsNotThere;
        if (draft.Speaker.Length == 0)
            yield return ClaimFault.NoSpeaker;
        if (draft.Speaker.Length > NameCharsMax)
            yield return ClaimFault.SpeakerTooLong;
        if (draft.Source.Length > NameCharsMax)
            yield return ClaimFault.SourceTooLong;
        if (draft.Chain.Length > ChainMax || draft.Chain.Any(link => link.Length > NameCharsMax))
            yield return ClaimFault.ChainTooLong;
        if (draft.Hedge is null)
            yield return ClaimFault.NoHedge;
    }

    /// <summary>The words stand verbatim within one block.</summary>
    public static bool StandsIn(string words, ImmutableArray<BodyBlock> text) =>
        text.Any(block => block.PlainText.Contains(words, StringComparison.Ordinal));
}
