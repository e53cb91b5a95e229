using Coulisse.Crypto.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;
using Coulisse.Wire.Tests.Credence;

namespace Coulisse.Wire.Tests.Pairings;

[Trait("Row", "13")]
public sealed class ASealIsRecognisedOnlyByVoice : IDisposable
{
    private readonly PartyInATest own = new("Aldermark", 1);
    private readonly PartyInATest other = new("Sorvane", 2);

    public void Dispose()
    {
        own.Dispose();
        other.Dispose();
    }

    [Fact]
    public void A_letter_compared_by_voice_leads_to_a_recognition()
    {
        var letter = other.Letter();
        var matched = Moved(Moved(new Pairing.Unmet(own.Mark), Given(letter)), Typed(other));
        var recognition = own.Sign(PairingRules.RecognitionToSign(matched)!);
        Assert.Equal((other.Mark, 3ul, letter.Entry.Hash(), null),
            (recognition.Content.Other, recognition.Content.LetterNumber, recognition.Content.Letter,
                recognition.Content.Replaces));
        Assert.IsType<Pairing.Recognised>(Moved(matched, new PairingEvent.RecognitionSigned(recognition)));
    }

    /// <summary>A letter exchanged on its way, its head and signatures all in order.</summary>
    [Fact]
    public void A_seal_exchanged_on_the_way_ends_the_pairing_and_is_never_recognised()
    {
        using var substitute = new PartyInATest("Sorvane", 3);
        var letter = substitute.Letter();
        var ended = Moved(Moved(new Pairing.Unmet(own.Mark), Given(letter)), Typed(other));
        Assert.IsType<Pairing.Ended>(ended);
        Assert.Null(PairingRules.RecognitionToSign(ended));
        Assert.Equal(PairingRefusal.Ended, Refused(ended, Typed(substitute)));
        Assert.Equal(PairingRefusal.Ended, Refused(ended, Given(letter)));
        var forced = own.Sign(new Recognition(letter.By, letter.Number, letter.Entry.Hash(), null));
        Assert.Equal(PairingRefusal.Ended, Refused(ended, new PairingEvent.RecognitionSigned(forced)));
        Assert.IsType<Pairing.LetterTaken>(Moved(ended, Given(other.Letter())));
    }

    [Fact]
    public void One_wrong_digit_is_a_mismatch()
    {
        var taken = Moved(new Pairing.Unmet(own.Mark), Given(other.Letter()));
        var digits = SealFingerprint.Of(other.Seal.PublicKey).Digits.ToCharArray();
        digits[^1] = digits[^1] == '0' ? '1' : '0';
        Assert.IsType<Pairing.Ended>(Moved(taken, new PairingEvent.FingerprintTyped(SealFingerprint.Parse(digits)!)));
    }

    [Fact]
    public void A_recognition_of_anything_but_what_was_compared_is_refused()
    {
        var letter = other.Letter();
        var matched = Moved(Moved(new Pairing.Unmet(own.Mark), Given(letter)), Typed(other));
        var right = PairingRules.RecognitionToSign(matched)!;
        using var third = new PartyInATest("Tessaly", 5);
        foreach (var wrong in (Sealed<Recognition>[])[own.Sign(right with { Other = third.Mark }), third.Sign(right),
            own.Sign(right with { LetterNumber = 9 }), own.Sign(right with { Replaces = third.Seal.PublicKey })])
            Assert.Equal(PairingRefusal.RecognitionOfAnother,
                Refused(matched, new PairingEvent.RecognitionSigned(wrong)));
    }

    [Fact]
    public void Ones_own_letter_or_name_given_by_mistake_or_malice_is_refused()
    {
        using var namesake = new PartyInATest("Aldermark", 6);
        Assert.Equal(PairingRefusal.OwnLetter, Refused(new Pairing.Unmet(own.Mark), Given(own.Letter())));
        Assert.Equal(PairingRefusal.OwnName, Refused(new Pairing.Unmet(own.Mark), Given(namesake.Letter())));
    }

    [Fact]
    public void A_third_party_is_refused_before_and_after_the_second_is_recognised()
    {
        using var third = new PartyInATest("Tessaly", 5);
        var taken = Moved(new Pairing.Unmet(own.Mark), Given(other.Letter()));
        Assert.Equal(PairingRefusal.ThirdParty, Refused(taken, Given(third.Letter())));
        Assert.Equal(PairingRefusal.ThirdParty, Refused(Recognised(other.Letter()), Given(third.Letter())));
        Assert.Equal(PairingRefusal.ThirdParty,
            Refused(Recognised(other.Letter()), new PairingEvent.LetterAfterTheftGiven(third.Letter())));
    }

    [Fact]
    public void Of_one_seal_only_a_later_letter_is_taken_and_needs_no_new_comparison()
    {
        var (first, second, third) = (other.Letter(), other.Letter(), other.Letter());
        var known = Recognised(second);
        Assert.Equal(PairingRefusal.SameLetter, Refused(known, Given(second)));
        Assert.Equal(PairingRefusal.OlderLetter, Refused(known, Given(first)));
        var renewed = Assert.IsType<Pairing.Recognised>(Moved(known, Given(third)));
        Assert.Equal(third, renewed.Letter);
        using var renamed = new PartyInATest("Sorvane-Nord", 2); // The same seed: the same seal under another name.
        renamed.Letter();
        renamed.Letter();
        Assert.Equal(PairingRefusal.AnotherName, Refused(known, Given(renamed.Letter())));
    }

    [Fact]
    public void A_later_seal_comes_by_the_old_ones_word_and_a_new_comparison()
    {
        using var next = new PartyInATest("Sorvane", 7);
        var known = Recognised(other.Letter());
        Assert.Equal(PairingRefusal.AnotherSeal, Refused(known, Given(next.Letter())));
        var succession = other.Sign(new Succession(next.Seal.PublicKey));
        var taken = Moved(known, Given(next.Letter(succession)));
        Assert.Equal(PairingRefusal.NotCompared, Refused(taken, new PairingEvent.RecognitionSigned(own.Sign(
            new Recognition(next.Mark, 3, Opaque.Zeros(32), other.Seal.PublicKey)))));
        var matched = Moved(taken, Typed(next));
        var recognition = PairingRules.RecognitionToSign(matched)!;
        Assert.Equal(other.Seal.PublicKey, recognition.Replaces);
        Assert.IsType<Pairing.Recognised>(Moved(matched, new PairingEvent.RecognitionSigned(own.Sign(recognition))));
    }

    [Fact]
    public void After_a_theft_the_comparison_alone_decides_and_its_failure_leaves_the_old_seal_known()
    {
        using var next = new PartyInATest("Sorvane", 7);
        var known = Recognised(other.Letter());
        var taken = Moved(known, new PairingEvent.LetterAfterTheftGiven(next.Letter()));
        Assert.Equal(other.Seal.PublicKey, PairingRules.RecognitionToSign(Moved(taken, Typed(next)))!.Replaces);
        var ended = Moved(taken, Typed(other));
        Assert.Equal(known, ended.Before);
        Assert.Equal(PairingRefusal.NothingReplaced,
            Refused(new Pairing.Unmet(own.Mark), new PairingEvent.LetterAfterTheftGiven(next.Letter())));
    }

    [Fact]
    public void The_table_of_states_and_events_is_this()
    {
        using var third = new PartyInATest("Tessaly", 5);
        using var next = new PartyInATest("Sorvane", 7);
        var (older, letter, newer) = (other.Letter(), other.Letter(), other.Letter());
        var taken = Moved(new Pairing.Unmet(own.Mark), Given(letter));
        var matched = Moved(taken, Typed(other));
        var known = Moved(matched,
            new PairingEvent.RecognitionSigned(own.Sign(PairingRules.RecognitionToSign(matched)!)));
        var recognition = ((Pairing.Recognised)known).Recognition;
        var follower = next.Letter(other.Sign(new Succession(next.Seal.PublicKey)));
        Dictionary<string, Pairing> states = new()
        {
            ["Unmet"] = new Pairing.Unmet(own.Mark),
            ["LetterTaken"] = taken,
            ["Matched"] = matched,
            ["Ended"] = Moved(taken, Typed(third)),
            ["Recognised"] = known,
            ["LetterTaken later"] = Moved(known, Given(follower)),
            ["Ended later"] = Moved(Moved(known, Given(follower)), Typed(third)),
        };
        Dictionary<string, PairingEvent> events = new()
        {
            ["own letter"] = Given(own.Letter()),
            ["same letter"] = Given(letter),
            ["older letter"] = Given(older),
            ["newer letter"] = Given(newer),
            ["another seal"] = Given(next.Letter()),
            ["follower"] = Given(follower),
            ["after theft"] = new PairingEvent.LetterAfterTheftGiven(follower),
            ["third party"] = Given(third.Letter()),
            ["right digits"] = Typed(other),
            ["wrong digits"] = Typed(third),
            ["recognition"] = new PairingEvent.RecognitionSigned(recognition),
        };
        var table = string.Concat(states.SelectMany(state => events.Select(happened =>
            $"{state.Key} + {happened.Key} = {Word(PairingRules.On(state.Value, happened.Value))}\n")));
        Assert.Equal(PairingTable.Text, table);
    }

    private static string Word(PairingStep step) => step switch
    {
        PairingStep.Moved moved => "-> " + moved.Next.GetType().Name,
        PairingStep.Refused refused => refused.Why.ToString(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Pairing Recognised(Sealed<Letter> letter)
    {
        var matched = Moved(Moved(new Pairing.Unmet(own.Mark), Given(letter)), Typed(other));
        return Moved(matched, new PairingEvent.RecognitionSigned(own.Sign(PairingRules.RecognitionToSign(matched)!)));
    }

    private static PairingEvent.LetterGiven Given(Sealed<Letter> letter) => new(letter);

    private static PairingEvent.FingerprintTyped Typed(PartyInATest party) =>
        new(SealFingerprint.Of(party.Seal.PublicKey));

    private static Pairing Moved(Pairing pairing, PairingEvent happened) =>
        Assert.IsType<PairingStep.Moved>(PairingRules.On(pairing, happened)).Next;

    private static PairingRefusal Refused(Pairing pairing, PairingEvent happened) =>
        Assert.IsType<PairingStep.Refused>(PairingRules.On(pairing, happened)).Why;
}
