namespace Coulisse.Demo.Line;

/// <summary>What a desk shows, and what it does not take.</summary>
internal sealed partial class Players
{
    private async Task PlayShownAsync(Act act)
    {
        switch (act)
        {
            case { Do: "cannot", Room: { } room, By: { } by, Verb: { } verb, Shows: { } why }:
                Say($"{talk.Desk(by).Office} tries: coulisse {verb}{(act.Text is { } text ? $", “{text}”" : "")}");
                var told = await talk.CannotAsync(room, talk.Desk(by), verb, act.Text, act.To, why);
                Console.WriteLine($"      ({told})");
                break;
            case { Do: "state", Room: { } room, By: { } by }:
                Show(by, await talk.StateAsync(room, talk.Desk(by), act.Shows ?? []));
                break;
            case { Do: "head", Room: { } room, By: { } by, Shows: { } shown }:
                Show(by, await talk.HeadAsync(room, talk.Desk(by), shown));
                break;
            case { Do: "told", By: { } by, With: { } subject, Text: { } open, Shows: { } shown }:
                Say($"In public, {talk.Desk(by).Office}'s side says: {open}");
                Show(by, await talk.ToldAsync(talk.Desk(by), subject, open, shown));
                break;
            default:
                throw new StageException($"The story asks for something that nobody can play: {act}");
        }
    }

    private void Show(string desk, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
            Console.WriteLine($"      {talk.Desk(desk).Office} sees: {line}");
    }
}
