using System.Text;

namespace Coulisse.Demo.Line;

/// <summary>What is done about terms, and in the open.</summary>
internal sealed partial class Players
{
    private async Task PlayTermsAsync(Act act)
    {
        switch (act)
        {
            case { Do: "terms", Room: { } room, By: { } by, Text: { } reason, To: { } terms }:
                Say($"{talk.Desk(by).Office} proposes other terms. The reason: {reason}");
                foreach (var change in await talk.TermsAsync(room, talk.Desk(by), terms, reason))
                    Console.WriteLine($"      the other side reads: {change}");
                break;
            case { Do: "hold", Room: { } room, By: { } by, Text: { } reason }:
                Say($"{talk.Desk(by).Office} consents: {reason}");
                foreach (var term in await talk.HoldAsync(room, talk.Desk(by), reason))
                    Console.WriteLine($"      both desks show: {term}");
                break;
            case { Do: "not on record", Room: { } room, By: { } by, Text: { } subject, To: { } passage }:
                Say($"{talk.Desk(by).Office} would put it on record: {subject}");
                Console.WriteLine($"      ({await talk.NotOnRecordAsync(room, talk.Desk(by), subject,
                    passage.Split(','))})");
                break;
            default:
                await PlayLineTermsAsync(act);
                break;
        }
    }

    private async Task PlayLineTermsAsync(Act act)
    {
        switch (act)
        {
            case
            {
                Do: "line terms", Room: { } room, By: { } by, Purpose: { } purpose, Excluded: { } excluded,
                Text: { } days
            }:
                Say($"{talk.Desk(by).Office} proposes terms for the whole line, and signs them.");
                foreach (var line in await talk.ProposeForTheLineAsync(room, talk.Desk(by), purpose, excluded, days))
                    Console.WriteLine($"      the other side reads: {line}");
                break;
            case { Do: "line terms declined", Room: { } room, By: { } by, Text: { } reason }:
                await talk.DeclineForTheLineAsync(room, talk.Desk(by), reason);
                Say($"{talk.Desk(by).Office} declines, and the line is as it was: {reason}");
                break;
            case { Do: "line terms signed", Room: { } room, By: { } by }:
                Say($"{talk.Desk(by).Office} signs the same.");
                foreach (var line in await talk.SignForTheLineAsync(room, talk.Desk(by)))
                    Console.WriteLine($"      both desks hold: {line}");
                break;
            case { Do: "wider", Room: { } room, By: { } by, Text: { } days }:
                Say($"{talk.Desk(by).Office} would keep the words of a room for {days} days.");
                Console.WriteLine($"      ({await talk.WiderThanTheLineAsync(room, talk.Desk(by), days)})");
                break;
            default:
                throw new StageException($"The story asks for something that nobody can play: {act}");
        }
    }

    private static bool IsInTheOpen(string act) =>
        act is "page" or "schedule" or "given" or "open at the minute" or "open late" or "convey";

    private async Task PlayInTheOpenAsync(Act act)
    {
        switch (act)
        {
            case { Do: "page" }:
                await talk.StartPageAsync();
                Say("Veldra has a page of its own, for the public.");
                break;
            case { Do: "schedule", Room: { } room, By: { } by, To: { } to }:
                foreach (var line in await talk.ScheduleAsync(room, talk.Desk(by), to))
                    Say(line);
                break;
            case { Do: "given", Text: { } languages }:
                foreach (var line in await talk.GivenAsync(languages.Split(' ')))
                    Say(line);
                break;
            case { Do: "open at the minute", Room: { } room, By: { } by, To: { } to }:
                await talk.OpenAtMinuteAsync(room, talk.Desk(by), to);
                Say($"{talk.Desk(by).Office} will open the text at the minute: the command waits for it.");
                break;
            case { Do: "open late", Room: { } room, By: { } by, To: { } to }:
                var both = await talk.OpenLateAsync(room, talk.Desk(by), to);
                Say($"The minute was over when {talk.Desk(by).Office} opened the other text. The other side sees:");
                foreach (var line in both)
                    Console.WriteLine($"      {line}");
                break;
            case { Do: "convey", Room: { } room, By: { } by, With: { } into, To: { } to }:
                foreach (var line in await talk.ConveyAsync(room, into, talk.Desk(by), to))
                    Console.WriteLine($"      {talk.Desk(by).Office} sees: {line}");
                break;
            default:
                throw new StageException($"The story asks for something that nobody can play: {act}");
        }
    }
}
