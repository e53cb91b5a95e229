namespace Coulisse.Wire.Tests.Pairings;

/// <summary>Every state of a pairing under everything that can happen to it, as people reviewed it.</summary>
internal static class PairingTable
{
    internal const string Text = """
        Unmet + own letter = OwnLetter
        Unmet + same letter = -> LetterTaken
        Unmet + older letter = -> LetterTaken
        Unmet + newer letter = -> LetterTaken
        Unmet + another seal = -> LetterTaken
        Unmet + follower = -> LetterTaken
        Unmet + after theft = NothingReplaced
        Unmet + third party = -> LetterTaken
        Unmet + right digits = NoLetter
        Unmet + wrong digits = NoLetter
        Unmet + recognition = NotCompared
        LetterTaken + own letter = OwnLetter
        LetterTaken + same letter = SameLetter
        LetterTaken + older letter = OlderLetter
        LetterTaken + newer letter = -> LetterTaken
        LetterTaken + another seal = AnotherSeal
        LetterTaken + follower = AnotherSeal
        LetterTaken + after theft = NotCompared
        LetterTaken + third party = ThirdParty
        LetterTaken + right digits = -> Matched
        LetterTaken + wrong digits = -> Ended
        LetterTaken + recognition = NotCompared
        Matched + own letter = OwnLetter
        Matched + same letter = ComparedAlready
        Matched + older letter = ComparedAlready
        Matched + newer letter = ComparedAlready
        Matched + another seal = ComparedAlready
        Matched + follower = ComparedAlready
        Matched + after theft = ComparedAlready
        Matched + third party = ComparedAlready
        Matched + right digits = ComparedAlready
        Matched + wrong digits = ComparedAlready
        Matched + recognition = -> Recognised
        Ended + own letter = OwnLetter
        Ended + same letter = Ended
        Ended + older letter = -> LetterTaken
        Ended + newer letter = -> LetterTaken
        Ended + another seal = -> LetterTaken
        Ended + follower = -> LetterTaken
        Ended + after theft = NothingReplaced
        Ended + third party = -> LetterTaken
        Ended + right digits = Ended
        Ended + wrong digits = Ended
        Ended + recognition = Ended
        Recognised + own letter = OwnLetter
        Recognised + same letter = SameLetter
        Recognised + older letter = OlderLetter
        Recognised + newer letter = -> Recognised
        Recognised + another seal = AnotherSeal
        Recognised + follower = -> LetterTaken
        Recognised + after theft = -> LetterTaken
        Recognised + third party = ThirdParty
        Recognised + right digits = RecognisedAlready
        Recognised + wrong digits = RecognisedAlready
        Recognised + recognition = RecognisedAlready
        LetterTaken later + own letter = OwnLetter
        LetterTaken later + same letter = AnotherSeal
        LetterTaken later + older letter = AnotherSeal
        LetterTaken later + newer letter = AnotherSeal
        LetterTaken later + another seal = -> LetterTaken
        LetterTaken later + follower = SameLetter
        LetterTaken later + after theft = NotCompared
        LetterTaken later + third party = ThirdParty
        LetterTaken later + right digits = -> Ended
        LetterTaken later + wrong digits = -> Ended
        LetterTaken later + recognition = NotCompared
        Ended later + own letter = OwnLetter
        Ended later + same letter = SameLetter
        Ended later + older letter = OlderLetter
        Ended later + newer letter = -> Recognised
        Ended later + another seal = AnotherSeal
        Ended later + follower = Ended
        Ended later + after theft = Ended
        Ended later + third party = ThirdParty
        Ended later + right digits = Ended
        Ended later + wrong digits = Ended
        Ended later + recognition = Ended

        """;
}
