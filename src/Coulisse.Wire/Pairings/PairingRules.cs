using System.Diagnostics;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Pairings;

/// <summary>
/// From a letter to a recognised seal, by voice. Each side reads its own fingerprint aloud; the other types what it
/// hears, and this compares. Our own fingerprint is no input here: reading it wrongly harms nobody but the reader.
/// </summary>
/// <remarks><code>
///          letter               digits equal            our seal signs
///  Unmet ---------> LetterTaken -------------> Matched ----------------> Recognised
///                        |                                                |  newer letter of the seal: Recognised
///                        +-- digits differ --> Ended                      |  letter of a later seal:   LetterTaken
///                                                |  another letter: LetterTaken</code>
/// What was recognised stays recognised while a later seal is compared, and if that comparison fails.</remarks>
public static class PairingRules
{
    /// <summary>What an event does.</summary>
    public static PairingStep On(Pairing pairing, PairingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(pairing);
        if (RefusalOfOwn(pairing.Own, happened) is { } refusal)
            return Refused(refusal);
        return pairing switch
        {
            Pairing.Unmet unmet => OnUnmet(unmet, happened),
            Pairing.LetterTaken taken => OnLetterTaken(taken, happened),
            Pairing.Matched matched => OnMatched(matched, happened),
            Pairing.Ended ended => OnEnded(ended, happened),
            Pairing.Recognised known => OnRecognised(known, happened),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What the own seal has to sign now; null unless a comparison matched.</summary>
    public static Recognition? RecognitionToSign(Pairing pairing) => pairing is Pairing.Matched matched
        ? new(matched.Letter.By, matched.Letter.Number, matched.Letter.Entry.Hash(), matched.Before?.Letter.By.Seal)
        : null;

    private static PairingStep OnUnmet(Pairing.Unmet unmet, PairingEvent happened) => happened switch
    {
        PairingEvent.LetterGiven e => Taken(unmet, e.Letter),
        PairingEvent.LetterAfterTheftGiven => Refused(PairingRefusal.NothingReplaced),
        PairingEvent.FingerprintTyped => Refused(PairingRefusal.NoLetter),
        PairingEvent.RecognitionSigned => Refused(PairingRefusal.NotCompared),
        _ => throw new UnreachableException(),
    };

    private static PairingStep OnLetterTaken(Pairing.LetterTaken taken, PairingEvent happened) => happened switch
    {
        // Before the comparison nothing is known, so a later letter of the same seal may take the first one's place.
        PairingEvent.LetterGiven e => RefusalBeside(taken.Letter, e.Letter) is { } refusal
            ? Refused(refusal)
            : Taken(taken, e.Letter),
        PairingEvent.LetterAfterTheftGiven => Refused(PairingRefusal.NotCompared),
        PairingEvent.FingerprintTyped e => e.Heard == SealFingerprint.Of(taken.Letter.By.Seal)
            ? Moved(new Pairing.Matched(taken.Own, taken.Letter, taken.Before))
            : Moved(new Pairing.Ended(taken.Own, taken.Letter, taken.Before)),
        PairingEvent.RecognitionSigned => Refused(PairingRefusal.NotCompared),
        _ => throw new UnreachableException(),
    };

    private static PairingStep OnMatched(Pairing.Matched matched, PairingEvent happened) => happened switch
    {
        PairingEvent.LetterGiven or PairingEvent.LetterAfterTheftGiven => Refused(PairingRefusal.ComparedAlready),
        PairingEvent.FingerprintTyped => Refused(PairingRefusal.ComparedAlready),
        PairingEvent.RecognitionSigned e => IsOf(matched, e.Recognition)
            ? Moved(new Pairing.Recognised(matched.Own, matched.Letter, e.Recognition))
            : Refused(PairingRefusal.RecognitionOfAnother),
        _ => throw new UnreachableException(),
    };

    private static PairingStep OnEnded(Pairing.Ended ended, PairingEvent happened) => (happened, ended.Before) switch
    {
        (PairingEvent.LetterGiven e, _) when IsThatOf(ended, e.Letter) => Refused(PairingRefusal.Ended),
        (PairingEvent.LetterGiven e, { } before) => Later(before, e.Letter),
        (PairingEvent.LetterGiven e, null) => Taken(ended, e.Letter),
        (PairingEvent.LetterAfterTheftGiven e, _) when IsThatOf(ended, e.Letter) => Refused(PairingRefusal.Ended),
        (PairingEvent.LetterAfterTheftGiven e, { } before) => AfterTheft(before, e.Letter),
        (PairingEvent.LetterAfterTheftGiven, null) => Refused(PairingRefusal.NothingReplaced),
        (PairingEvent.FingerprintTyped or PairingEvent.RecognitionSigned, _) => Refused(PairingRefusal.Ended),
        _ => throw new UnreachableException(),
    };

    private static PairingStep OnRecognised(Pairing.Recognised known, PairingEvent happened) => happened switch
    {
        PairingEvent.LetterGiven e => Later(known, e.Letter),
        PairingEvent.LetterAfterTheftGiven e => AfterTheft(known, e.Letter),
        PairingEvent.FingerprintTyped => Refused(PairingRefusal.RecognisedAlready),
        PairingEvent.RecognitionSigned => Refused(PairingRefusal.RecognisedAlready),
        _ => throw new UnreachableException(),
    };

    private static PairingRefusal? RefusalOfOwn(PartyMark own, PairingEvent happened)
    {
        var given = happened switch
        {
            PairingEvent.LetterGiven e => e.Letter,
            PairingEvent.LetterAfterTheftGiven e => e.Letter,
            _ => null,
        };
        if (given?.By.Seal == own.Seal)
            return PairingRefusal.OwnLetter;
        return given?.By.Party == own.Party ? PairingRefusal.OwnName : null;
    }

    private static PairingStep.Moved Taken(Pairing pairing, Sealed<Letter> letter) =>
        Moved(new Pairing.LetterTaken(pairing.Own, letter, pairing.Before));

    private static bool IsOf(Pairing.Matched matched, Sealed<Recognition> recognition) =>
        recognition.By == matched.Own && recognition.Content == RecognitionToSign(matched);

    private static bool IsThatOf(Pairing.Ended ended, Sealed<Letter> given) =>
        given.Entry.Hash() == ended.Letter.Entry.Hash();

    private static PairingStep Later(Pairing.Recognised known, Sealed<Letter> given)
    {
        if (given.Content.Predecessor is { } succession && succession.By == known.Letter.By)
            return Moved(new Pairing.LetterTaken(known.Own, given, known));
        return RefusalBeside(known.Letter, given) is { } refusal
            ? Refused(refusal)
            : Moved(known with { Letter = given });
    }

    private static PairingStep AfterTheft(Pairing.Recognised known, Sealed<Letter> given)
    {
        if (given.By.Party != known.Letter.By.Party)
            return Refused(PairingRefusal.ThirdParty);
        return given.By.Seal == known.Letter.By.Seal
            ? Refused(PairingRefusal.SameLetter)
            : Moved(new Pairing.LetterTaken(known.Own, given, known));
    }

    // Null when the letter given is a later one of the same seal.
    private static PairingRefusal? RefusalBeside(Sealed<Letter> known, Sealed<Letter> given)
    {
        if (given.By.Seal != known.By.Seal)
            return given.By.Party == known.By.Party ? PairingRefusal.AnotherSeal : PairingRefusal.ThirdParty;
        if (given.By.Party != known.By.Party)
            return PairingRefusal.AnotherName;
        if (given.Number == known.Number)
            return PairingRefusal.SameLetter;
        return given.Number < known.Number ? PairingRefusal.OlderLetter : null;
    }

    private static PairingStep.Moved Moved(Pairing next) => new(next);

    private static PairingStep.Refused Refused(PairingRefusal why) => new(why);
}
