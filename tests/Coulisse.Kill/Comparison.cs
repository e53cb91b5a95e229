namespace Coulisse.Kill;

/// <summary>What the page shows beside what its readers were told.</summary>
public static class Comparison
{
    public static Findings Of(Ledger ledger, ThreadShown shown)
    {
        var findings = new Findings();
        var byId = shown.Comments.ToLookup(comment => comment.Id);
        var known = ledger.Comments.ToDictionary(comment => comment.Id);
        foreach (var told in ledger.Comments)
            CheckOne(told, [.. byId[told.Id]], known, findings);
        foreach (var stranger in shown.Comments.Where(comment => !known.ContainsKey(comment.Id)))
            findings.Doubled.Add($"{stranger.Number} is nobody's: {stranger.Words}");
        foreach (var same in shown.Comments.GroupBy(comment => comment.Words).Where(group => group.Count() > 1))
            findings.Doubled.Add($"said {same.Count()} times: {same.Key}");
        foreach (var level in shown.Comments.Where(comment => known.ContainsKey(comment.Id))
            .GroupBy(comment => comment.Above))
            CheckOrder([.. level.Select(comment => known[comment.Id])], findings);
        foreach (var count in shown.Counts.Where(count => count != ledger.Comments.Count))
            findings.Altered.Add($"a count says {count} where {ledger.Comments.Count} were confirmed");
        return findings;
    }

    private static void CheckOne(Deed.Writing told, ThreadShown.Comment[] found, Dictionary<long, Deed.Writing> known,
        Findings findings)
    {
        if (found.Length == 0)
        {
            findings.Lost.Add(told.Words);
            return;
        }
        if (found.Length > 1)
            findings.Doubled.Add($"shown {found.Length} times: {told.Words}");
        var seen = found[0];
        told.Number ??= seen.Number;
        Expect(told.Words, seen.Words, seen, findings);
        Expect(told.By.Name, seen.Author, seen, findings);
        Expect(told.Number, seen.Number, seen, findings);
        Expect(told.Votes.Values.Sum(), seen.Score, seen, findings);
        if (told.Answering is { } answered)
            Expect(known[answered.Id].Number ?? seen.Above, seen.Above, seen, findings);
        else
            Expect("", seen.Above, seen, findings);
    }

    private static void Expect<T>(T told, T seen, ThreadShown.Comment comment, Findings findings)
        where T : IEquatable<T>
    {
        if (!told.Equals(seen))
            findings.Altered.Add($"{comment.Number} shows \"{seen}\", told was \"{told}\"");
    }

    /// <summary>What was confirmed before something else was sent stands before it.</summary>
    private static void CheckOrder(List<Deed.Writing> level, Findings findings)
    {
        long sentSoFar = 0;
        foreach (var comment in level)
        {
            if (comment.ConfirmedAt < sentSoFar)
                findings.Altered.Add($"{comment.Number} stands after one that was sent later");
            sentSoFar = Math.Max(sentSoFar, comment.SentAt);
        }
    }
}
