using System.Collections.Immutable;
using System.Diagnostics;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Matters;

/// <summary>
/// Runs the acts of one matter through its table. They go in the order in which their authors had seen each other's; of
/// those that crossed the stronger goes first, and the weaker then finds what it finds.
/// </summary>
internal sealed class Course(Table table, Causality causality, Guards guards)
{
    /// <summary>The matter; or null and why it was never opened.</summary>
    internal Matter? Run(TranscriptEntry opening, TalkAct act, IEnumerable<TranscriptEntry> following,
        out Refusal? refusal)
    {
        var row = table.At(Stage.Nothing, act.Kind) ?? throw new UnreachableException();
        refusal = Rights.Refuses(opening.Author, row.Needs, opening.Terms, Mandate.None)
            ?? guards.Opening(opening, act);
        if (refusal is not null)
            return null;
        var steps = ImmutableArray.CreateBuilder<Step>();
        steps.Add(new(opening, act, null, row.To));
        var version = Tables.BringsVersion(act.Kind) ? opening : null;
        var all = following.ToLookup(IsReport);
        var (counted, beyond) = Counted(all[false], entry => (entry.Author.Id, 0), ActLimits.ActsInMatterMax);
        var (reports, tooMany) = Counted(all[true], entry => (entry.Author.Id, PeriodOf(entry)),
            ActLimits.ReportsOfPeriodMax);
        foreach (var entry in WithReports([.. Ordered(counted)], reports))
        {
            var step = Take(steps[0], steps[^1].Stage, entry, version);
            steps.Add(step);
            if (step.Refusal is null && Tables.BringsVersion(step.Act.Kind))
                version = entry;
        }
        steps.AddRange(Refused(beyond, Refusal.TooManyActs, steps[^1].Stage)
            .Concat(Refused(tooMany, Refusal.TooManyReports, steps[^1].Stage)));
        return new(table.Kind, steps.DrainToImmutable());
    }

    private IEnumerable<Step> Refused(IEnumerable<TranscriptEntry> entries, Refusal why, Stage stage) =>
        causality.InOrder(entries).Select(entry => new Step(entry, entry.Content.Act!, why, stage));

    // One person cannot keep all the others' desks busy with one matter.
    private static (TranscriptEntry[] Counted, TranscriptEntry[] Beyond) Counted<T>(
        IEnumerable<TranscriptEntry> following, Func<TranscriptEntry, T> by, int most)
    {
        var groups = following.GroupBy(by)
            .Select(group => group.OrderBy(entry => entry.Number).ThenBy(entry => entry.Id, MessageId.Order).ToArray())
            .ToArray();
        return ([.. groups.SelectMany(entries => entries.Take(most))],
            [.. groups.SelectMany(entries => entries.Skip(most))]);
    }

    private static bool IsReport(TranscriptEntry entry) => entry.Content.Act is TalkAct.SituationReported;

    private static uint PeriodOf(TranscriptEntry entry) => ((TalkAct.SituationReported)entry.Content.Act!).Period;

    // Reports come for as long as a rhythm goes on, and move nothing: each is put behind the last act that its author
    // had seen, without being compared with the thousands of others.
    private IEnumerable<TranscriptEntry> WithReports(TranscriptEntry[] acts, TranscriptEntry[] reports)
    {
        var behind = causality.InOrder(reports)
            .ToLookup(report => Array.FindLastIndex(acts, act => causality.IsBefore(act, report)));
        foreach (var report in behind[-1])
            yield return report;
        for (var place = 0; place < acts.Length; place++)
        {
            yield return acts[place];
            foreach (var report in behind[place])
                yield return report;
        }
    }

    private Step Take(Step opening, Stage stage, TranscriptEntry entry, TranscriptEntry? version)
    {
        var act = entry.Content.Act ?? throw new UnreachableException();
        var move = table.At(stage, act.Kind);
        var refusal = !table.Strength.Contains(act.Kind) ? Refusal.AnotherMatter
            : move is null ? table.EndsIn(stage) ? Refusal.Over : Refusal.NotNow
            : !IsTheirs(move.By, opening.Entry, version, entry.Author) ? Refusal.NotYoursToSay
            : Rights.Refuses(entry.Author, move.Needs, entry.Terms,
                guards.Enough(opening, move.Needs, entry.Author))
                ?? (act.Version.IsNone || act.Version == version?.Id ? guards.Following(opening, entry, causality)
                    : Refusal.Overtaken);
        return new(entry, act, refusal, refusal is null ? move!.To : stage);
    }

    /// <summary>Whether it is this person's side's, or theirs alone, to do something.</summary>
    internal static bool IsTheirs(Who who, TranscriptEntry opening, TranscriptEntry? version, Person author) =>
        who switch
        {
            Who.Either => true,
            Who.Opener => author.Side == opening.Author.Side,
            Who.Other => author.Side != opening.Author.Side,
            Who.ItsAuthor => author.Side == version?.Author.Side,
            Who.ItsReader => version is not null && author.Side != version.Author.Side,
            Who.AnotherPerson => author.Id != opening.Author.Id,
            Who.SamePerson => author.Id == opening.Author.Id,
            _ => throw new UnreachableException(),
        };

    private IEnumerable<TranscriptEntry> Ordered(TranscriptEntry[] entries)
    {
        var waitsFor = entries.Select(later => entries.Count(earlier => causality.IsBefore(earlier, later))).ToArray();
        var left = Enumerable.Range(0, entries.Length)
            .OrderBy(index => StrengthOf(entries[index])).ThenBy(index => entries[index].Id, MessageId.Order).ToList();
        while (left.Count > 0)
        {
            // Authors that lie about what they have seen can make a ring; then the strongest goes.
            var place = Math.Max(0, left.FindIndex(index => waitsFor[index] == 0));
            var next = left[place];
            left.RemoveAt(place);
            foreach (var later in left.Where(later => causality.IsBefore(entries[next], entries[later])))
                waitsFor[later]--;
            yield return entries[next];
        }
    }

    private int StrengthOf(TranscriptEntry entry) =>
        table.Strength.IndexOf(entry.Content.Act!.Kind) is >= 0 and var place ? place : table.Strength.Length;
}
