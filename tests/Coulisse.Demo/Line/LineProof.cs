namespace Coulisse.Demo.Line;

/// <summary>The line's part of ./demo --once: the story, then texts of every kind, then the count and the
/// scan.</summary>
internal static class LineProof
{
    /// <summary>What came out, in the words of the closing line.</summary>
    internal sealed record Outcome(Talk.Count Count, int PlaintextFound)
    {
        public bool IsGood => Count is { Lost: 0, Doubled: 0, Reordered: 0 } && PlaintextFound == 0
            && Count.Delivered > 0;

        public override string ToString() =>
            $"delivered {Count.Delivered}, lost {Count.Lost}, doubled {Count.Doubled}, "
            + $"reordered {Count.Reordered}, plaintext found {PlaintextFound}";
    }

    public static async Task<Outcome> RunAsync(string folder, string? text)
    {
        Directory.CreateDirectory(folder);
        await using var parties = await TwoParties.SetUpAsync(folder, line => Console.WriteLine("· " + line));
        await parties.AddAllyAsync(line => Console.WriteLine("· " + line));
        Console.WriteLine("· Three stations and five desks are started, each a program of its own.");
        await parties.StartAsync();
        await using var talk = new Talk(parties);
        await new Players(parties, talk, TimeSpan.Zero).PlayAsync(Story.Read(StoryFile));
        Console.WriteLine();
        Console.WriteLine($"· Texts of every kind{(text is null ? "" : $" and {Path.GetFileName(text)}")} go over the "
            + "line, while Sorvane's station is killed and comes back.");
        await Stress.RunAsync(parties, talk, text);
        var count = await talk.CompareAsync();
        Console.WriteLine("· Looking for what was said in everything that the stations have.");
        var found = parties.Parties.Sum(party =>
            Scanner.Count(parties, talk.Words, Path.Combine(folder, party.Bundles)));
        return new(count, found);
    }

    internal static string StoryFile => Path.Combine(Programs.Root, "samples", "story.json");
}
