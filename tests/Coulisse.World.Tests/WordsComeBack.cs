using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;

namespace Coulisse.World.Tests;

/// <summary>Rule 2: what was written for these members and terms is sealed for no others; it comes back to its
/// author.</summary>
public sealed class WordsComeBack : RoomForThree
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_waits_when_somebody_is_let_in_is_read_by_nobody_until_it_is_said_again(bool wasSealed)
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        var intent = Proposed(Opposite, TheirColleague, "for theirs");
        Adviser.Do(new DeskEvent.IntentAnswered(Room, intent, Consents: true, ""));
        Pass();
        using var table = new Table(Pair, new Seed(5), Adviser, Colleague, Opposite, TheirColleague);
        // Its way to the station is cut: what it submits reaches nobody yet.
        var cut = table.Of(Adviser).Step(new DeskEvent.Said(Room, "for us three", Precedence.Routine), Cast.FirstDay);
        table.Of(Adviser).Step(new DeskEvent.Said(Room, "and this", Precedence.Routine), Cast.FirstDay);
        table.Do(TheirColleague, new DeskEvent.InvitationAccepted(Room));
        foreach (var desk in (SimulatedDesk[])[Opposite, Colleague, Opposite, Colleague])
            table.Do(desk, new DeskEvent.TimePassed());
        Assert.Equal(RoomStatus.Joined, table.Of(TheirColleague).StatusOf(Room)); // with the keys of the new epoch
        var sent = cut.OfType<DeskEffect.Submit>().Single();
        table.Answer(Adviser, sent, wasSealed ? VerdictKind.Taken : VerdictKind.Stale);

        Assert.Equal(wasSealed ? ["and this"] : ["for us three", "and this"], CameBack(table));
        foreach (var desk in (SimulatedDesk[])[Colleague, Opposite])
            Assert.Equal(wasSealed, Words(table, desk).Contains("for us three"));
        table.Do(Adviser, new DeskEvent.Said(Room, "and this, for us four", Precedence.Routine));
        foreach (var desk in (SimulatedDesk[])[Colleague, Opposite])
        {
            Assert.Contains("and this, for us four", Words(table, desk));
            Assert.DoesNotContain("and this", Words(table, desk));
        }
        foreach (var desk in (SimulatedDesk[])[Adviser, Colleague, Opposite])
        {
            var archive = table.Of(desk).ArchiveOf(Room)!;
            Assert.True(archive.IsWhole);
            Assert.All(archive.Authors, author => Assert.Equal(0UL, author.Missing));
        }
    }

    private List<string> CameBack(Table table) => [.. table.Of(Adviser).TranscriptOf(Room)
        .Where(one => one.Rung == Rung.CameBack).Select(one => one.Text)];

    private List<string> Words(Table table, SimulatedDesk desk) =>
        [.. table.Of(desk).TranscriptOf(Room).Select(one => one.Text)];
}
