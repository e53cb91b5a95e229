using System.CommandLine;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Cli;

/// <summary><c>coulisse compare</c>: is the seal in this letter the one that the other side reads aloud?</summary>
internal sealed class CompareCommand
{
    private const int TypedCharactersMax = SealFingerprint.DigitCount * 8;

    private readonly Argument<string> letter = new("LETTER") { Description = "The other party's letter of credence." };

    private readonly Option<string> seal = new("--seal")
    {
        Description = "Your own key file. No passphrase is needed.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> fingerprint = new("--fingerprint")
    {
        Description = "The 40 digits that they read to you, where nobody can be asked.",
        HelpName = "DIGITS",
    };

    private readonly Option<bool> afterTheft = new("--after-theft")
    {
        Description = "Their earlier seal was stolen or lost, as they told you by voice.",
    };

    private readonly JsonOption<ComparedLetterAnswer> json = new(CliJson.Default.ComparedLetterAnswer);

    internal static Command Build() => new CompareCommand().Command();

    private Command Command()
    {
        var command = new Command("compare",
            "Compare the seal in a letter by voice, with a person whom you know. Each side reads its own fingerprint\n"
            + "aloud, the other types it. Never take the digits from a message, a letter or a screen.\n"
            + "A mismatch ends it: nothing is recognised from that letter.\n"
            + "Exit codes: 0 equal, 3 not equal, 64 this letter cannot be compared now.\n"
            + "Example: coulisse compare sorvane.letter --seal aldermark.seal") { letter, seal, fingerprint,
                afterTheft, json };
        command.SetAction(parsed => Verb.Run(() => Compare(parsed)));
        return command;
    }

    private ExitCode Compare(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(letter);
        var given = CredenceInput.Read<Sealed<Letter>>(path, "letter of credence");
        var files = new SealFiles(parsed.GetRequiredValue(seal));
        var header = files.ReadHeader();
        var own = new PartyMark(header.Party, header.Key);
        var pairing = PairingFolder.After(PairingFolder.Open(files.Key, own, given),
            PairingFolder.Given(given, parsed.GetValue(afterTheft)));
        if (pairing is Pairing.Recognised)
        {
            json.Write(parsed, new(given.By.Party, IsRecognised: true, IsEqual: null, Comparison: null),
                $"A newer letter of {given.By.Party}, by the seal you recognised. Nothing is to be compared.");
            return ExitCode.Success;
        }
        var file = ComparisonFile.PathFor(path);
        if (ComparisonFile.Find(file, own, given) is { } earlier)
            _ = PairingFolder.After(PairingFolder.After(pairing, new PairingEvent.FingerprintTyped(earlier.Heard)),
                new PairingEvent.FingerprintTyped(earlier.Heard)); // Says which way it ended.
        var heard = parsed.GetValue(fingerprint) is { } typed ? Digits(typed) : Ask(own);
        OutputFile.WritePrivate(file,
            new ComparisonFile(own.Seal, given.Entry.Hash(), parsed.GetValue(afterTheft), heard)
            .Write());
        if (PairingFolder.After(pairing, new PairingEvent.FingerprintTyped(heard)) is Pairing.Ended)
            throw new Refusal(ExitCode.AnotherSeal,
                $"Not equal: what you heard is not the seal in {path}. The letter may have been exchanged on its way; "
                + "nothing is recognised from it. Ask for a freshly written letter by a way you trust.");
        json.Write(parsed, new(given.By.Party, IsRecognised: false, IsEqual: true, file),
            $"Equal: the letter is of the seal that {given.By.Party} read aloud.",
            ("Next", $"coulisse recognise {path}"));
        return ExitCode.Success;
    }

    private static SealFingerprint Digits(string typed) => SealFingerprint.Parse(typed)
        ?? throw new Refusal(ExitCode.Usage, $"Type {SealFingerprint.DigitCount} digits, in groups or not.");

    // A slip of the ear or the finger is found by reading back, before anything is decided.
    private static SealFingerprint Ask(PartyMark own)
    {
        if (Console.IsInputRedirected)
            throw new Refusal(ExitCode.Usage, "There is no terminal to type at; give --fingerprint DIGITS.");
        Console.Error.WriteLine($"Read this to them, and let them type it:\n\n  {SealFingerprint.Of(own.Seal)}\n");
        while (true)
        {
            Console.Error.Write("Now let them read theirs, and type it here:\n\n  ");
            if (Console.ReadLine() is not { Length: <= TypedCharactersMax } typed)
                throw new Refusal(ExitCode.Usage, "Nothing was typed; nothing was compared.");
            if (SealFingerprint.Parse(typed) is not { } heard)
            {
                Console.Error.WriteLine($"\nThese are not {SealFingerprint.DigitCount} digits. Once more.");
                continue;
            }
            Console.Error.Write($"\nRead this back to them:\n\n  {heard}\n\nDo they say it is right? Type yes or no: ");
            if (Console.ReadLine() is "yes" or "y")
                return heard;
        }
    }
}
