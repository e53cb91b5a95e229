using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using CsCheck;

namespace Coulisse.Talks.Tests.Properties;

/// <summary>What has ended does not open again, whatever is said once more in new messages.</summary>
public sealed class WhatIsClosed
{
    // Whoever replays has seen everything, by new numbers of their own.
    private static TranscriptEntry[] Again(List<TranscriptEntry> said, IReadOnlyList<TranscriptEntry> replayed)
    {
        var last = said.GroupBy(entry => entry.Author.Id)
            .ToDictionary(one => one.Key, one => one.Max(entry => entry.Number));
        var again = new List<TranscriptEntry>();
        foreach (var entry in replayed)
        {
            Head[] seen = [.. last.Select(one => new Head(one.Key, one.Value))];
            again.Add(Scene.Entry(entry.Author, last[entry.Author.Id] += 1, entry.Content, [.. seen]));
        }
        return [.. again];
    }

    [Fact]
    public void Does_not_open_again_when_its_acts_are_said_again() =>
        (from said in RandomTalk.Any
         from replayed in Gen.Shuffle(said.ToArray())
         from isCaucus in Gen.Bool
         select (said, replayed, isCaucus))
        .Sample(run =>
        {
            var before = (run.isCaucus ? Talk.Caucus(Side.A) : Scene.Room).After(run.said);
            var after = before.After(Again(run.said, [.. run.replayed.Take(40)]));
            Assert.All(before.Matters.Where(matter => Tables.Of(matter.Kind).EndsIn(matter.Stage)), matter =>
                Assert.Contains(after.Of(matter.Id)!.Stage, Ends(matter)));
        }, iter: 80);

    // That an approval was used stands even behind a no: what has crossed is shown as crossed, and that is an end too.
    private static Stage[] Ends(Matter matter) =>
        matter.Kind == MatterKind.Approval ? [matter.Stage, Stage.Crossed] : [matter.Stage];

    [Fact]
    public void Is_found_in_such_talks_at_all() =>
        Assert.True(Enumerable.Range(1, 40).Select(RandomTalk.Of)
            .SelectMany(said => Scene.Room.After(said).Matters)
            .Count(matter => Tables.Of(matter.Kind).EndsIn(matter.Stage)) > 50);
}
