using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>
/// Rule 3 over two real stations: nobody comes into a room without both sides' acts and their own, and a party takes
/// its own people out by its seal's order alone.
/// </summary>
public sealed class AThirdPersonComesAndGoes : IDisposable
{
    private readonly Pair pair = new(new Seed(7));
    private readonly Cast cast;
    private readonly DeskWorld world;
    private readonly RoomId room;

    public AThirdPersonComesAndGoes()
    {
        cast = new(pair, new Seed(11), each: 2, Ciphersuite.X25519Aes128Gcm);
        world = new(new Seed(3), cast, Weather.Fair);
        room = world.Propose(Adviser, Opposite, "to keep the line open");
        Pass();
        Opposite.Do(new DeskEvent.InvitationAccepted(room));
        Pass();
        Opposite.Do(new DeskEvent.Consented(room));
        Pass();
        Say(Adviser, "before they came");
        Say(Opposite, "we are alone");
        Pass();
    }

    private SimulatedDesk Adviser => world.Desks[0];

    private SimulatedDesk Colleague => world.Desks[1];

    private SimulatedDesk Opposite => world.Desks[2];

    private SimulatedDesk TheirColleague => world.Desks[3];

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    [Fact]
    [Trait("Row", "44")]
    public void Proposed_declined_proposed_again_and_admitted_they_speak_and_are_recalled()
    {
        var first = Proposed(Adviser, Colleague, "for the maps");
        Assert.Equal(IntentState.Proposed, Intent(Opposite, first).State);
        Assert.Null(Colleague.Core.StatusOf(room)); // nobody is asked for anything before both sides want it
        Opposite.Do(new DeskEvent.AdmissionAnswered(room, first, Consents: false, "not yet"));
        Pass();
        Assert.All([Adviser, Opposite], desk => Assert.Equal(IntentState.Declined, Intent(desk, first).State));
        Assert.Null(Colleague.Core.StatusOf(room));

        var second = Proposed(Adviser, Colleague, "for the maps of the south alone");
        Admit(Opposite, second, Colleague);
        Assert.All([Adviser, Opposite], desk => Assert.Equal(IntentState.Admitted, Intent(desk, second).State));
        Assert.Equal(RoomStatus.Open, Colleague.Core.StatusOf(room));
        Assert.Equal("to keep the line open", Colleague.Core.CharterOf(room)?.Purpose);
        Assert.All(Members, desk => Assert.Equal(3, desk.Core.ViewOf(room)!.Members.Count));
        Assert.All(Members, desk => Assert.Equal(Adviser.Core.EpochOf(room), desk.Core.EpochOf(room)));
        Assert.Empty(Colleague.Transcript(room)); // what was said before is not theirs to read

        Say(Colleague, "the bridge is on sheet four");
        Say(Opposite, "thank you");
        Pass();
        Assert.All(Members, desk => Assert.Equal(2, Texts(desk).Count(one => one is "thank you"
            or "the bridge is on sheet four")));

        Recall(Colleague, by: Side.A);
        Pass();
        Assert.Equal(RoomStatus.Left, Colleague.Core.StatusOf(room));
        Assert.Null(Colleague.Core.EpochOf(room));
        Say(Opposite, "we are alone again");
        Say(Adviser, "we are");
        Pass();
        Assert.Contains("we are alone again", Texts(Adviser));
        Assert.Equal(2, Texts(Colleague).Count);
        Assert.All([Adviser, Opposite], desk => Assert.Equal(2, desk.Core.ViewOf(room)!.Members.Count));
        Colleague.Do(new DeskEvent.Said(room, "am I still there?", Precedence.Routine));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotNow), Colleague.Screen);
        Quiet();
    }

    [Fact]
    public void A_desk_of_the_other_side_can_be_asked_for_and_comes_only_if_it_wants()
    {
        var intent = Proposed(Adviser, TheirColleague, "your duty officer knows the harbour");
        Opposite.Do(new DeskEvent.AdmissionAnswered(room, intent, Consents: true, ""));
        Pass();
        Assert.Equal(RoomStatus.Invited, TheirColleague.Core.StatusOf(room));
        TheirColleague.Do(new DeskEvent.Declined(room));
        Pass();
        Assert.All([Adviser, Opposite], desk => Assert.Equal(IntentState.Withdrawn, Intent(desk, intent).State));
        Assert.All([Adviser, Opposite], desk => Assert.Equal(2, desk.Core.ViewOf(room)!.Members.Count));

        var again = Proposed(Adviser, TheirColleague, "");
        Admit(Opposite, again, TheirColleague);
        Assert.Equal(RoomStatus.Open, TheirColleague.Core.StatusOf(room));
        Say(TheirColleague, "here");
        Pass();
        Assert.Contains("here", Texts(Adviser));
        Quiet();
    }

    [Fact]
    public void Who_was_recalled_can_come_again_and_the_transcript_goes_on()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, ""), Colleague);
        Say(Colleague, "one");
        Pass();
        Recall(Colleague, by: Side.A);
        Pass();
        Say(Adviser, "not for them");
        Pass();
        Admit(Opposite, Proposed(Adviser, Colleague, ""), Colleague);
        Assert.Equal(RoomStatus.Open, Colleague.Core.StatusOf(room));
        Say(Colleague, "two");
        Say(Adviser, "good");
        Pass();
        Assert.Equal(["one", "two", "good"], Texts(Colleague));
        Assert.Contains("two", Texts(Opposite));
        Quiet();
    }

    [Fact]
    public void What_one_side_takes_back_is_not_done_though_the_other_has_consented()
    {
        var intent = Proposed(Adviser, Colleague, "");
        Opposite.Do(new DeskEvent.AdmissionAnswered(room, intent, Consents: true, ""));
        Pass();
        Adviser.Do(new DeskEvent.AdmissionWithdrawn(room, intent, "no need"));
        Pass();
        Assert.Equal(RoomStatus.Withdrawn, Colleague.Core.StatusOf(room));
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
        Assert.All(world.Desks, desk => Assert.Equal(4, desk.Core.ViewOf(room)!.Members.Count));
        Say(TheirColleague, "four at the table");
        Pass();
        Assert.All(world.Desks, desk => Assert.Contains("four at the table", Texts(desk)));
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
        world.Pass(TimeSpan.FromMinutes(12));
        Assert.All(Members, desk => Assert.Equal(3, desk.Core.ViewOf(room)!.Members.Count));
        Assert.Equal(RoomStatus.Open, Colleague.Core.StatusOf(room));
    }

    [Fact]
    public void A_mandate_that_does_not_bind_its_party_neither_proposes_nor_consents()
    {
        var interpreter = new DeskIdentity
        {
            Accreditation = pair.A.Accredit(Wire.Accreditations.SubjectKind.Desk,
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
            new DeskEvent.AdmissionProposed(room, TheirColleague.Identity.Accreditation, ""), Cast.FirstDay));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotOurOrder), core.Step(
            new DeskEvent.OrderBrought(pair.B.Sign(Order(Adviser))), Cast.FirstDay));
    }

    private IEnumerable<SimulatedDesk> Members => [Adviser, Colleague, Opposite];

    private IntentId Proposed(SimulatedDesk by, SimulatedDesk whom, string why)
    {
        by.Do(new DeskEvent.AdmissionProposed(room, whom.Identity.Accreditation, why));
        Pass();
        return by.Core.IntentsOf(room)[^1].Id;
    }

    private void Admit(SimulatedDesk consents, IntentId intent, SimulatedDesk whom)
    {
        consents.Do(new DeskEvent.AdmissionAnswered(room, intent, Consents: true, ""));
        Pass();
        Assert.Equal(RoomStatus.Invited, whom.Core.StatusOf(room));
        whom.Do(new DeskEvent.InvitationAccepted(room));
        Pass();
    }

    private void Recall(SimulatedDesk desk, Side by) => (by == Side.A ? Adviser : Opposite).Do(
        new DeskEvent.OrderBrought(pair.PartyOf(by).Sign(Order(desk))));

    private RoomOrder Order(SimulatedDesk desk) => new(RoomOrderKind.Removal, room,
        SignaturePublicKey.From(desk.Core.LeafKeyOf(room)!.Value)!, Opaque.Empty);

    private RoomIntent Intent(SimulatedDesk desk, IntentId id) =>
        desk.Core.IntentsOf(room).Single(one => one.Id == id);

    private void Say(SimulatedDesk desk, string text) =>
        desk.Do(new DeskEvent.Said(room, text, Precedence.Routine));

    private List<string> Texts(SimulatedDesk desk) =>
        [.. desk.Transcript(room).Where(one => one.Act.Count == 0).Select(one => one.Text)];

    private void Pass() => world.Pass(TimeSpan.FromSeconds(2));

    private void Quiet() => Assert.Empty(world.Desks.SelectMany(desk => desk.Screen).OfType<DeskEffect.Alarm>());
}
