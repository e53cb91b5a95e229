using System.CommandLine;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Cli;

/// <summary><c>coulisse recognise</c>: our seal signs theirs, after a comparison that matched and only then.</summary>
internal static class RecogniseCommand
{
    internal static Command Build()
    {
        var letter = new Argument<string>("LETTER") { Description = "The letter that was compared." };
        var signing = new SealSigning();
        var command = new Command("recognise",
            "Recognise the seal of a letter after its comparison: your seal signs theirs, and your desks accept it.\n"
            + "Example: coulisse recognise sorvane.letter --seal aldermark.seal") { letter };
        signing.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var path = parsed.GetRequiredValue(letter);
            var given = CredenceInput.Read<Sealed<Letter>>(path, "letter of credence");
            var own = signing.MarkOf(parsed);
            var content = Content(path, given, PairingFolder.Open(signing.KeyFile(parsed), own, given));
            var (signed, written) = signing.Sign(parsed, Path.ChangeExtension(path, ".recognition"), content);
            signing.Json.Write(parsed, SealedAnswer.Of(signed, written),
                $"{own.Party} recognises {given.By.Party}.", [.. CredenceFacts.Of(signed), ("File", written),
                ("Keep", $"{path} and {written} beside the seal")]);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Recognition Content(string path, Sealed<Letter> given, Pairing pairing)
    {
        // The same command again, after a crash or by mistake, gives the same.
        if (pairing is Pairing.Recognised known && known.Recognition.Content.Letter == given.Entry.Hash())
            return known.Recognition.Content;
        var comparison = ComparisonFile.Find(ComparisonFile.PathFor(path), pairing.Own, given);
        var taken = PairingFolder.After(pairing, PairingFolder.Given(given, comparison?.IsAfterTheft == true));
        if (comparison is null)
            throw new Refusal(ExitCode.Usage, $"{path} was not compared; first run: coulisse compare {path}");
        if (taken is Pairing.LetterTaken
            && PairingFolder.After(taken, new PairingEvent.FingerprintTyped(comparison.Heard)) is var compared
            && PairingRules.RecognitionToSign(compared) is { } content)
            return content;
        throw new Refusal(ExitCode.AnotherSeal,
            $"The comparison of {path} failed, and nothing is recognised from it. Ask for a freshly written letter.");
    }
}
