using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;

namespace Coulisse.World.Tests;

/// <summary>Rule 3: the terms of a room change by an intent of one side and an act of the other's, alone in their
/// commit.</summary>
public sealed class TermsChangeByBothSides : RoomForThree
{
    private static readonly RoomCharter Other = new("to keep the line open", "the border");

    [Fact]
    public void Both_want_them_and_they_hold_on_every_desk_in_the_same_epoch()
    {
        var before = Terms(Adviser);
        var intent = Proposes(Adviser, Other);
        Assert.Equal("it has grown", Intent(Opposite, intent).Reason);
        Assert.All([Adviser, Opposite], desk => Assert.Equal(before, Terms(desk)));
        Answers(Opposite, intent, consents: true);
        Assert.All([Adviser, Opposite], desk =>
        {
            Assert.Equal(IntentState.CarriedOut, Intent(desk, intent).State);
            Assert.Equal(Other, Terms(desk));
        });
        Assert.Equal(Adviser.Core.EpochOf(Room), Opposite.Core.EpochOf(Room));
        Say(Adviser, "so be it");
        Pass();
        Assert.Equal("so be it", Texts(Opposite)[^1]);
        Quiet();
    }

    [Fact]
    public void Whoever_comes_later_comes_to_the_terms_that_hold()
    {
        Answers(Opposite, Proposes(Adviser, Other), consents: true);
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        Assert.Equal(Other, Terms(Colleague));
        var third = new RoomCharter("to keep the line open", "the border and the harvest");
        Answers(Adviser, Proposes(Opposite, third), consents: true);
        Assert.All(Members, desk => Assert.Equal(third, Terms(desk)));
        Quiet();
    }

    [Theory]
    [InlineData(false, IntentState.Declined)]
    [InlineData(null, IntentState.Withdrawn)]
    public void What_is_declined_or_taken_back_leaves_the_terms_as_they_were(bool? consents, IntentState end)
    {
        var before = Terms(Adviser);
        var intent = Proposes(Adviser, Other);
        if (consents is { } answer)
            Answers(Opposite, intent, answer);
        else
            Adviser.Do(new DeskEvent.IntentWithdrawn(Room, intent, "no need"));
        Pass();
        Assert.All([Adviser, Opposite], desk =>
        {
            Assert.Equal(end, Intent(desk, intent).State);
            Assert.Equal(before, Terms(desk));
        });
        Quiet();
    }

    [Fact]
    public void An_admission_was_consented_to_under_the_terms_of_then_and_is_overtaken()
    {
        var colleague = Proposed(Adviser, Colleague, "for the maps");
        Answers(Opposite, colleague, consents: true); // who has not accepted yet
        var terms = Proposes(Adviser, Other);
        Answers(Opposite, terms, consents: true);
        Assert.All([Adviser, Opposite], desk =>
        {
            Assert.Equal(IntentState.CarriedOut, Intent(desk, terms).State);
            Assert.Equal(IntentState.Overtaken, Intent(desk, colleague).State);
        });
        Assert.Equal(RoomStatus.Withdrawn, Colleague.Core.StatusOf(Room));
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps, still"), Colleague);
        Assert.Equal(Other, Terms(Colleague));
        Quiet();
    }

    [Fact]
    public void Nobody_proposes_the_terms_that_hold_or_that_are_proposed_or_too_many_words()
    {
        Proposes(Adviser, Other);
        foreach (var (charter, why) in ((RoomCharter, DeskRefusal)[])[
            (Other, DeskRefusal.KnownAlready), (Terms(Adviser), DeskRefusal.KnownAlready),
            (new("", "the border"), DeskRefusal.TermsNotFit),
            (new("x", new string('é', 1_001)), DeskRefusal.TermsNotFit)])
            Assert.Contains(new DeskEffect.Refused(why), Adviser.Core.Step(
                new DeskEvent.ChangeProposed(Room, new RoomChange.Amendment(charter), ""), Cast.FirstDay));
    }

    [Fact]
    [Trait("Row", "1")]
    public void Terms_that_an_intent_does_not_name_are_nobodys()
    {
        var intent = Proposes(Adviser, Other);
        using var table = new Table(Pair, new Seed(5), Adviser, Opposite);
        foreach (var forged in (RoomCharter?[])[new("to keep the line open", "nothing"), null])
            table.Give(Side.A, Forger.Amends(intent, forged, Adviser, Room));
        table.Do(Opposite, new DeskEvent.IntentAnswered(Room, intent, Consents: true, ""));
        foreach (var desk in (SimulatedDesk[])[Opposite, Adviser, Opposite])
            table.Do(desk, new DeskEvent.TimePassed());
        foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
            Assert.Equal(Other, table.Of(desk).ViewOf(Room)!.Charter);
        Assert.All(table.Screen, one => Assert.Equal(DeskAlarm.BrokenRule, ((DeskEffect.Alarm)one).What));
        Assert.NotEmpty(table.Screen);
    }

    private RoomCharter Terms(SimulatedDesk desk) => desk.Core.ViewOf(Room)!.Charter!;

    private IntentId Proposes(SimulatedDesk by, RoomCharter charter)
    {
        by.Do(new DeskEvent.ChangeProposed(Room, new RoomChange.Amendment(charter), "it has grown"));
        Pass();
        return by.Core.IntentsOf(Room)[^1].Id;
    }

    private void Answers(SimulatedDesk by, IntentId intent, bool consents)
    {
        by.Do(new DeskEvent.IntentAnswered(Room, intent, consents, ""));
        Pass();
    }
}
