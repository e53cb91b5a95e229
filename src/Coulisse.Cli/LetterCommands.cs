using System.CommandLine;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary><c>coulisse letter …</c>: what one party gives another by hand.</summary>
internal static class LetterCommands
{
    internal static Command Build() =>
        new("letter", "Write and read letters of credence, which parties give each other by hand.")
    {
        Write(),
        Read(),
    };

    private static Command Write()
    {
        var station = new Option<string>("--station")
        {
            Description = "The accreditation of your station.",
            HelpName = "FILE",
            Required = true,
        };
        var desk = new Option<string[]>("--desk")
        {
            Description = $"The accreditation of a desk on duty; up to {Letter.DesksMax} of them.",
            HelpName = "FILE",
        };
        var predecessor = new Option<string?>("--predecessor")
        {
            Description = "The succession that your earlier seal signed, if there was one.",
            HelpName = "FILE",
        };
        var signing = new SealSigning();
        var command = new Command("write",
            "Write a letter of credence: your seal, your station, your desks on duty. Hand it over as a file.\n"
            + "Example: coulisse letter write --seal aldermark.seal --station station.accreditation\n"
            + "  --desk adviser.accreditation --out aldermark.letter") { station, desk, predecessor };
        signing.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var letter = Compose(signing.MarkOf(parsed), parsed.GetRequiredValue(station),
                parsed.GetValue(desk) ?? [], parsed.GetValue(predecessor));
            var (signed, written) = signing.Sign(parsed, "own.letter", letter);
            signing.Json.Write(parsed, SealedAnswer.Of(signed, written),
                $"A letter of credence of {signed.By.Party}.", [.. CredenceFacts.Of(signed), ("File", written)]);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Letter Compose(PartyMark own, string station, string[] desks, string? predecessor)
    {
        foreach (var path in desks.Append(station))
            if (CredenceInput.Read<Sealed<Accreditation>>(path, "accreditation").By != own)
                throw new Refusal(ExitCode.AnotherSeal,
                    $"{path} was signed by another seal; a letter is of one party.");
        var letter = new Letter(CredenceInput.Read<Sealed<Accreditation>>(station, "accreditation"),
            WireList.From(desks.Select(path => CredenceInput.Read<Sealed<Accreditation>>(path, "accreditation"))
                .OrderBy(one => one.Number)),
            predecessor is null ? null : CredenceInput.Read<Sealed<Succession>>(predecessor, "succession"));
        if (letter.Predecessor is { } earlier && (earlier.Content.NewSeal != own.Seal || earlier.By.Party != own.Party))
            throw new Refusal(ExitCode.AnotherSeal, $"{predecessor} names another seal than yours as its successor.");
        return letter.IsWellFormed
            ? letter
            : throw new Refusal(ExitCode.Usage,
                "A letter has one station's accreditation, and each desk once, with a key for the emergency lane.");
    }

    private static Command Read()
    {
        var file = new Argument<string>("LETTER") { Description = "The letter's file." };
        var json = new JsonOption<SealedAnswer>(CliJson.Default.SealedAnswer);
        var command = new Command("read",
            "Show what a letter says, if it is whole. That proves nothing about whose it is: compare it by voice.\n"
            + "The fingerprint is not shown; the other side reads it to you.\n"
            + "Example: coulisse letter read sorvane.letter") { file, json };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var path = parsed.GetRequiredValue(file);
            var letter = CredenceInput.Read<Sealed<Letter>>(path, "letter of credence");
            json.Write(parsed, SealedAnswer.Of(letter, path).WithoutSeal(),
                "A whole letter; nobody has compared it yet by this.", CredenceFacts.Of(letter));
            return ExitCode.Success;
        }));
        return command;
    }
}
