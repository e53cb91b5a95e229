using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>
/// Rule 3 over two real stations: nobody comes into a room without both sides' acts and their own, and a party takes
/// its own people out by its seal's order alone.
/// </summary>
public sealed class AThirdPersonComesAndGoes : RoomForThree
{
    [Fact]
    [Trait("Row", "44")]
    public void Proposed_declined_proposed_again_and_admitted_they_speak_and_are_recalled()
    {
        var first = Proposed(Adviser, Colleague, "for the maps");
        Assert.Equal(IntentState.Proposed, Intent(Opposite, first).State);
        Assert.Null(Colleague.Core.StatusOf(Room)); // nobody is asked for anything before both sides want it
        Opposite.Do(new DeskEvent.IntentAnswered(Room, first, Consents: false, "not yet"));
        Pass();
        Assert.All([Adviser, Opposite], desk => Assert.Equal(IntentState.Declined, Intent(desk, first).State));
        Assert.Null(Colleague.Core.StatusOf(Room));

        var second = Proposed(Adviser, Colleague, "for the maps of the south alone");
        Admit(Opposite, second, Colleague);
        Assert.All([Adviser, Opposite], desk => Assert.Equal(IntentState.CarriedOut, Intent(desk, second).State));
        Assert.Equal(RoomStatus.Open, Colleague.Core.StatusOf(Room));
        Assert.Equal("to keep the line open", Colleague.Core.CharterOf(Room)?.Terms.Purpose);
        Assert.All(Members, desk => Assert.Equal(3, desk.Core.ViewOf(Room)!.Members.Count));
        Assert.All(Members, desk => Assert.Equal(Adviser.Core.EpochOf(Room), desk.Core.EpochOf(Room)));
        Assert.Empty(Colleague.Transcript(Room)); // what was said before is not theirs to read

        Say(Colleague, "the bridge is on sheet four");
        Say(Opposite, "thank you");
        Pass();
        Assert.All(Members, desk => Assert.Equal(2, Texts(desk).Count(one => one is "thank you"
            or "the bridge is on sheet four")));

        Recall(Colleague, by: Side.A);
        Pass();
        Assert.Equal(RoomStatus.Left, Colleague.Core.StatusOf(Room));
        Assert.Null(Colleague.Core.EpochOf(Room));
        Say(Opposite, "we are alone again");
        Say(Adviser, "we are");
        Pass();
        Assert.Contains("we are alone again", Texts(Adviser));
        Assert.Equal(2, Texts(Colleague).Count);
        Assert.All([Adviser, Opposite], desk => Assert.Equal(2, desk.Core.ViewOf(Room)!.Members.Count));
        Colleague.Do(new DeskEvent.Said(Room, "am I still there?", Precedence.Routine));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotNow), Colleague.Screen);
        Quiet();
    }

    [Fact]
    public void A_desk_of_the_other_side_can_be_asked_for_and_comes_only_if_it_wants()
    {
        var intent = Proposed(Adviser, TheirColleague, "your duty officer knows the harbour");
        Opposite.Do(new DeskEvent.IntentAnswered(Room, intent, Consents: true, ""));
        Pass();
        Assert.Equal(RoomStatus.Invited, TheirColleague.Core.StatusOf(Room));
        TheirColleague.Do(new DeskEvent.Declined(Room));
        Pass();
        Assert.All([Adviser, Opposite], desk => Assert.Equal(IntentState.Withdrawn, Intent(desk, intent).State));
        Assert.All([Adviser, Opposite], desk => Assert.Equal(2, desk.Core.ViewOf(Room)!.Members.Count));

        var again = Proposed(Adviser, TheirColleague, "");
        Admit(Opposite, again, TheirColleague);
        Assert.Equal(RoomStatus.Open, TheirColleague.Core.StatusOf(Room));
        Say(TheirColleague, "here");
        Pass();
        Assert.Contains("here", Texts(Adviser));
        Quiet();
    }

    [Fact]
    public void What_one_side_takes_back_is_not_done_though_the_other_has_consented()
    {
        var intent = Proposed(Adviser, Colleague, "");
        Opposite.Do(new DeskEvent.IntentAnswered(Room, intent, Consents: true, ""));
        Pass();
        Adviser.Do(new DeskEvent.IntentWithdrawn(Room, intent, "no need"));
        Pass();
        Assert.Equal(RoomStatus.Withdrawn, Colleague.Core.StatusOf(Room));
        Assert.All([Adviser, Opposite], desk => Assert.Equal(IntentState.Withdrawn, Intent(desk, intent).State));
        Quiet();
    }

    [Fact]
    [Trait("Row", "43")]
    public void An_intent_that_members_overtook_ends_the_same_everywhere_and_can_be_said_again()
    {
        var theirs = Proposed(Opposite, TheirColleague, "");
        Admit(Opposite, Proposed(Adviser, Colleague, ""), Colleague);
        Assert.All([Adviser, Opposite], desk => Assert.Equal(IntentState.Overtaken, Intent(desk, theirs).State));
        Admit(Adviser, Proposed(Opposite, TheirColleague, ""), TheirColleague);
        Assert.All(World.Desks, desk => Assert.Equal(4, desk.Core.ViewOf(Room)!.Members.Count));
        Say(TheirColleague, "four at the table");
        Pass();
        Assert.All(World.Desks, desk => Assert.Contains("four at the table", Texts(desk)));
        Quiet();
    }

    [Fact]
    [Trait("Row", "1")]
    public void An_order_of_another_party_about_our_desk_takes_nobody_out()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, ""), Colleague);
        Recall(Colleague, by: Side.B);
        Pass();
        Say(Adviser, "all here?");
        World.Pass(TimeSpan.FromMinutes(12));
        Assert.All(Members, desk => Assert.Equal(3, desk.Core.ViewOf(Room)!.Members.Count));
        Assert.Equal(RoomStatus.Open, Colleague.Core.StatusOf(Room));
    }

    [Fact]
    public void A_mandate_that_does_not_bind_its_party_neither_proposes_nor_consents()
    {
        var interpreter = new DeskIdentity
        {
            Accreditation = Pair.A.Accredit(Wire.Accreditations.SubjectKind.Desk,
                Wire.Accreditations.Mandate.Interpreter, "Interpreter",
                [.. Colleague.Identity.Accreditation.Content.Keys]),
            Key = Colleague.Identity.Key,
            Seals = Colleague.Identity.Seals,
            Parties = Colleague.Identity.Parties,
            Endorsements = Colleague.Identity.Endorsements,
            Suite = Colleague.Identity.Suite,
        };
        using var vault = new SimulatedVault().Open();
        using var core = new DeskCore(interpreter, vault, new Seed(1));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NoSuchRoom), core.Step(
            new DeskEvent.ChangeProposed(Room, new RoomChange.Admission(TheirColleague.Identity.Accreditation), ""),
            Cast.FirstDay));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotOurOrder), core.Step(
            new DeskEvent.OrderBrought(Pair.B.Sign(Order(Adviser))), Cast.FirstDay));
    }
}
