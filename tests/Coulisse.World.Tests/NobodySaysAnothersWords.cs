using Coulisse.Desk;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.World.Tests;

/// <summary>A message is its author's: the same bytes said by another member are another message, and take nobody's
/// place in the talk.</summary>
public sealed class NobodySaysAnothersWords : RoomForThree
{
    [Fact]
    public void The_first_message_of_one_repeated_by_another_is_a_message_of_its_own_for_all()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        using var table = new Table(Pair, new Seed(5), Adviser, Colleague, Opposite);
        table.GoOnAfter(World.Stations);
        var first = table.Of(Opposite).TranscriptOf(Room).First(one => one.Desk == Opposite.Identity.Id);
        table.Give(Colleague.Identity.Side, Forger.Repeats(table.Of(Colleague), Room, first));

        foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
        {
            var alike = table.Of(desk).TranscriptOf(Room).Where(one => one.Text == first.Text).ToList();
            Assert.Equal([Opposite.Identity.Id, Colleague.Identity.Id], alike.Select(one => one.Desk));
            Assert.NotEqual(alike[0].Name, alike[1].Name);
            Assert.Equal(["Security adviser 2", "Security adviser 3"], table.Of(desk).TalkOf(Room).Transcript
                .Where(entry => entry.Content.Words[0].Text == first.Text).Select(entry => entry.Author.Office)
                .Order(StringComparer.Ordinal));
        }
        Assert.DoesNotContain(table.Screen, one => one is DeskEffect.Alarm);
    }
}
