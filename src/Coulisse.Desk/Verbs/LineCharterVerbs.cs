using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Talks.Charters;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse line charter</c>: the terms of the whole line, proposed by one side, signed by both.</summary>
internal static class LineCharterVerbs
{
    internal static Command Build()
    {
        var (desk, json, line) = (DeskOptions.Desk(), DeskOptions.Json(), DeskOptions.Line());
        var command = new Command("charter",
            "The terms of the whole line: what it is for, what is excluded, who may know, record, how long\n"
            + "words are kept, quoting, whose consent binds, how it ends. Both sides sign them; every desk holds\n"
            + "the same. A room begins with them, and may be narrower, not wider. Without more: show them, those of\n"
            + "before, and what is proposed. The digits are the same at both ends: compare them by voice.\n"
            + "Example: coulisse line charter")
        {
            line, desk, json, Propose(), Sign(),
            TalkActVerb.Build("decline", "LineCharterDeclined", "Say that these are not to be the terms of the line; "
                + "from a file, why. Their signature stays where it is.\n"
                + "Example: coulisse line charter decline 3f --to 12 --file why.txt", TalkActVerb.Says.Perhaps),
        };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var all = await door.GetAsync("/line/charter" + (parsed.GetValue(line) is { } which
                ? $"?line={Uri.EscapeDataString(which)}" : ""), DoorJson.Default.LineChartersAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(all, DoorJson.Default.LineChartersAnswer));
            else
                Facts.Write(all.InForce is { } held ? $"The terms of the line with {PlainLine.Of(all.Them)}, number "
                    + $"{held.Number}." : $"No terms were agreed for the line with {PlainLine.Of(all.Them)}.", Of(all));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Propose()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var terms = new TermsOptions();
        var command = new Command("propose",
            "Make terms for the whole line and show them whole; nothing is signed by that. What is not named stays as\n"
            + "it is. They are proposed in a room, and hold in all.\n"
            + "Example: coulisse line charter propose 3f --purpose \"To keep each from misreading the other\" \\\n"
            + "  --excluded \"The border\" --kept 90\n"
            + "Then, to sign them: coulisse line charter sign 3f DIGITS")
        { room, desk, json };
        terms.AddTo(command);
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var (purpose, excluded, further) = terms.Of(parsed);
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var made = await door.PostAsync(DoorCaller.Of("/room/line-charter", parsed.GetValue(room)!),
                JsonContent.Create(new CharterQuestion(purpose, excluded, further), DoorJson.Default.CharterQuestion),
                DoorJson.Default.CharterTextAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(made, DoorJson.Default.CharterTextAnswer));
            else
                Facts.Write($"Terms of the line, number {made.Number}.", [.. TermsText.Of(made.Terms),
                    .. made.Changes.Select(TermsText.Of), ("Before you sign", made.Words),
                    ("To sign", $"coulisse line charter sign {parsed.GetValue(room)} {made.Digest}")]);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Sign() => SignVerb.Build("/room/line-charter/sign",
        "Sign terms of the line by the digits that were shown with them: your own, to propose them; or those that\n"
        + "the other side proposed, and they hold from then on. A signature cannot be taken back.\n"
        + "Example: coulisse line charter sign 3f 5b0c7b1f9e0a4d2c6e81", "the terms.");

    private static IEnumerable<(string Name, string Value)> Of(LineChartersAnswer all)
    {
        if (all.InForce is { } held)
        {
            foreach (var fact in TermsText.Of(held.Terms).Concat(Signed(held)))
                yield return fact;
        }
        foreach (var before in all.Earlier)
            yield return ($"Before, {before.Number}", $"{PlainLine.Of(before.Terms.Purpose)}; digits {before.Hash}");
        foreach (var one in all.Proposals)
        {
            yield return ($"Proposed, {one.Number}", $"in room {one.Room[..8]}, message {one.Order}, by "
                + $"{ScreenText.Person(one.By)}: {one.Words}" + (one.Declined is { Length: > 0 } why
                    ? $"; the reason given: {PlainLine.Of(why)}" : "") + $". Digits {one.Digest}");
            foreach (var (name, value) in one.Changes.Count > 0 ? one.Changes.Select(TermsText.Of)
                : TermsText.Of(one.Terms).Select(fact => ($"  {fact.Name}", fact.Value)))
                yield return (name, value);
        }
    }

    /// <summary>Who signed what holds, and what is to be minded of it.</summary>
    internal static IEnumerable<(string Name, string Value)> Signed(LineCharterAnswer held)
    {
        yield return ("Signed", $"{ScreenText.Person(held.First)}, {ScreenText.Instant(held.FirstAt)}; "
            + $"{ScreenText.Person(held.Second)}, {ScreenText.Instant(held.SecondAt)}");
        yield return ("Digits", $"{held.Hash}: read aloud, they are the same at both ends of the line");
        foreach (var doubt in held.Doubts)
            yield return ("Mind", PlainLine.Of(doubt));
    }
}
