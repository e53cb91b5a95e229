using System.Diagnostics;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Cli;

/// <summary>The pairings that a seal's folder holds, one with each other party: its recognitions, and the letters they
/// are of.</summary>
internal static class PairingFolder
{
    /// <summary>How far the pairing is that a letter belongs to, by its party's name or its seal.</summary>
    internal static Pairing Open(string seal, PartyMark own, Sealed<Letter> given)
    {
        var folder = new CredenceFolder(Path.GetDirectoryName(Path.GetFullPath(seal))!);
        var last = folder.All<Sealed<Recognition>>(".recognition").Where(one => one.By == own
            && (one.Content.Other.Party == given.By.Party || one.Content.Other.Seal == given.By.Seal))
            .MaxBy(one => one.Number);
        if (last is null)
            return new Pairing.Unmet(own);
        var letter = folder.All<Sealed<Letter>>(".letter")
            .FirstOrDefault(one => one.Entry.Hash() == last.Content.Letter)
            ?? throw new Refusal(ExitCode.NotReadable,
                $"The letter of {last.Content.Other.Party} that was recognised is not beside the seal; bring it back.");
        return new Pairing.Recognised(own, letter, last);
    }

    internal static Pairing After(Pairing pairing, PairingEvent happened) => PairingRules.On(pairing, happened) switch
    {
        PairingStep.Moved moved => moved.Next,
        PairingStep.Refused refused => throw Refusal(refused.Why),
        _ => throw new UnreachableException(),
    };

    internal static PairingEvent Given(Sealed<Letter> letter, bool isAfterTheft) => isAfterTheft
        ? new PairingEvent.LetterAfterTheftGiven(letter)
        : new PairingEvent.LetterGiven(letter);

    internal static IEnumerable<string> Files(string folder, string extension) =>
        Directory.EnumerateFiles(folder, "*" + extension).Order(StringComparer.Ordinal);

    private static Refusal Refusal(PairingRefusal why) => why switch
    {
        PairingRefusal.OwnLetter =>
            new(ExitCode.Usage, "This is your own letter; name the one that the other party gave you."),
        PairingRefusal.OwnName => new(ExitCode.AnotherSeal,
            "This letter bears your own party's name under another seal; somebody poses as you. "
            + "Take it to no comparison."),
        PairingRefusal.ThirdParty => new(ExitCode.Usage,
            "This letter is of another party than the one that is being paired; pair with each by its own letter."),
        PairingRefusal.SameLetter => new(ExitCode.Usage, "This very letter was given before; nothing is left to do."),
        PairingRefusal.OlderLetter =>
            new(ExitCode.Usage, "A later letter of this party is known already; ask for their newest."),
        PairingRefusal.AnotherSeal => new(ExitCode.AnotherSeal,
            "The letter bears the known party's name under another seal, and the known seal does not vouch for it. "
            + "If they tell you by voice that their seal was stolen or lost, add --after-theft; otherwise stop here."),
        PairingRefusal.AnotherName =>
            new(ExitCode.AnotherSeal, "The letter is of the known seal under another name; ask the other party why."),
        PairingRefusal.NoLetter or PairingRefusal.NotCompared =>
            new(ExitCode.Usage, "This letter was not compared; first run: coulisse compare"),
        PairingRefusal.ComparedAlready =>
            new(ExitCode.Usage, "This letter was compared already; go on with: coulisse recognise"),
        PairingRefusal.Ended => new(ExitCode.AnotherSeal,
            "The comparison of this letter failed, and nothing is recognised from it. "
            + "Ask for a freshly written letter by a way you trust."),
        PairingRefusal.RecognisedAlready => new(ExitCode.Usage, "This seal is recognised already."),
        PairingRefusal.RecognitionOfAnother =>
            new(ExitCode.AnotherSeal, "The recognition is of something else than what was compared."),
        PairingRefusal.NothingReplaced =>
            new(ExitCode.Usage, "No seal of theirs is recognised yet; leave --after-theft out."),
        _ => throw new UnreachableException(),
    };
}
