using Coulisse.Desk;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;

namespace Coulisse.World.Tests;

/// <summary>Rule 8, I6: a desk whose vault was put back to a copy says nothing with its old keys, and comes back with
/// others.</summary>
[Trait("Row", "8")]
public sealed class AnOldVaultIsSilent : RoomForThree
{
    [Fact]
    public void It_seals_nothing_says_so_and_is_refused_nothing_else()
    {
        var copy = Adviser.Vault.Copy();
        Say(Adviser, "after the copy");
        Pass();
        Adviser.PutBack(copy);
        Wait();
        Assert.Equal(DeskFreshness.Older, Adviser.Core.Freshness);
        Assert.Contains(Adviser.Screen, one => one is DeskEffect.Alarm { What: DeskAlarm.OlderThanItsWords });
        var sent = Adviser.Sent.Count;
        Say(Adviser, "with old keys");
        Assert.Equal(new DeskEffect.Refused(DeskRefusal.IsOlder), Adviser.Screen[^1]);
        World.Pass(TimeSpan.FromHours(1)); // and no rotation either
        Assert.Equal(sent, Adviser.Sent.Count);
        Assert.Equal(["before they came", "after the copy"], FromAdviser());
    }

    [Fact]
    public void One_that_has_only_read_since_is_old_too_for_what_it_read_is_not_given_again()
    {
        var copy = Adviser.Vault.Copy();
        Say(Opposite, "read and forgotten");
        Pass();
        Adviser.PutBack(copy);
        Wait();
        Assert.Equal(DeskFreshness.Older, Adviser.Core.Freshness);
    }

    [Fact]
    public void One_that_nothing_has_passed_through_since_goes_on()
    {
        Adviser.PutBack(Adviser.Vault.Copy());
        Wait();
        Assert.Equal(DeskFreshness.Fresh, Adviser.Core.Freshness);
        Say(Adviser, "the same keys, the next generation");
        Pass();
        Assert.Equal("the same keys, the next generation", Texts(Opposite)[^1]);
        Quiet();
    }

    [Fact]
    public void Told_what_it_is_it_gives_its_rooms_up_is_ordered_out_and_comes_in_again()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        Say(Colleague, "one of mine");
        Pass();
        var copy = Colleague.Vault.Copy();
        Say(Colleague, "lost with the copy");
        Pass();
        var order = Order(Colleague);
        Colleague.PutBack(copy);
        Wait();
        Colleague.Do(new DeskEvent.PutBack());
        Assert.Equal(RoomStatus.SetBack, Colleague.Core.StatusOf(Room));
        Assert.Equal(DeskFreshness.Fresh, Colleague.Core.Freshness);
        Assert.Empty(Colleague.Core.ViewOf(Room)!.Members);
        Adviser.Do(new DeskEvent.OrderBrought(Pair.PartyOf(Side.A).Sign(order)));
        Pass();
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps, still"), Colleague);
        Say(Colleague, "back again");
        Pass();
        Assert.Equal("back again", Texts(Opposite)[^1]);
        Assert.Equal("back again", Texts(Adviser)[^1]);
        foreach (var desk in Members)
        {
            var archive = desk.Core.ArchiveOf(Room)!;
            Assert.True(archive.IsWhole);
            Assert.All(archive.Authors, author => Assert.Equal(0UL, author.Missing));
        }
        Assert.DoesNotContain(World.Desks.Where(desk => desk != Colleague).SelectMany(desk => desk.Screen),
            one => one is DeskEffect.Alarm);
    }

    [Fact]
    public void The_same_copy_put_back_twice_uses_no_number_twice()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        var copy = Colleague.Vault.Copy();
        foreach (var text in (string[])["lost", "lost as well"])
        {
            Say(Colleague, text);
            Pass();
            var order = Order(Colleague);
            Colleague.PutBack(copy.Copy());
            Wait();
            Colleague.Do(new DeskEvent.PutBack());
            Adviser.Do(new DeskEvent.OrderBrought(Pair.PartyOf(Side.A).Sign(order)));
            Pass();
            Admit(Opposite, Proposed(Adviser, Colleague, "for the maps, still"), Colleague);
        }
        Say(Colleague, "back again");
        Pass();
        var said = Opposite.Transcript(Room).Where(one => one.Desk == Colleague.Identity.Id).ToList();
        Assert.Equal(["lost", "lost as well", "back again"], said.Select(one => one.Text));
        Assert.Equal(3, said.Select(one => one.Number >> 32).Distinct().Count());
        Assert.All(Members, desk => Assert.True(desk.Core.ArchiveOf(Room)!.IsWhole));
    }

    [Fact]
    public void A_person_who_is_wrong_gives_nothing_up()
    {
        Adviser.Do(new DeskEvent.PutBack());
        Assert.Equal(RoomStatus.Open, Adviser.Core.StatusOf(Room));
        Say(Adviser, "all is well");
        Pass();
        Assert.Equal("all is well", Texts(Opposite)[^1]);
    }

    [Fact]
    public void Both_put_back_together_are_told_apart_by_the_witness_alone()
    {
        var copy = Adviser.Vault.Copy();
        using var then = Table.Fresh(Adviser, copy.Copy(), new Seed(1));
        Say(Adviser, "after the copy");
        Pass();
        using var core = new DeskCore(Adviser.Identity, copy.Copy().Open(), new Seed(2));
        Step(core, new DeskEvent.Opened(Adviser.Witness));
        Assert.Equal(DeskFreshness.Older, core.Freshness);
        Assert.DoesNotContain(Step(core, Standing(then)), one => one is DeskEffect.Submit);
    }

    [Fact]
    public void Without_a_witness_it_waits_for_the_other_station_and_another_desks_is_none()
    {
        using var then = Table.Fresh(Adviser, Adviser.Vault.Copy(), new Seed(1));
        foreach (var witness in (Crypto.Codec.Opaque?[])[null, Opposite.Witness])
        {
            using var core = new DeskCore(Adviser.Identity, Adviser.Vault.Copy().Open(), new Seed(2));
            Step(core, new DeskEvent.Opened(witness));
            Step(core, Standing(then));
            Assert.Equal(DeskFreshness.AwaitsTheirStation, core.Freshness);
            Assert.DoesNotContain(Step(core, new DeskEvent.Said(Room, "waits", Precedence.Routine)),
                one => one is DeskEffect.Submit);
            foreach (var contact in (LineContact[])[LineContact.Unknown, LineContact.NotReached])
                Assert.DoesNotContain(Step(core, News(contact, isRestoring: false)), one => one is DeskEffect.Submit);
            Assert.DoesNotContain(Step(core, News(LineContact.There, isRestoring: true)),
                one => one is DeskEffect.Submit);
            var effects = Step(core, News(LineContact.There, isRestoring: false));
            var written = effects.ToList().FindIndex(one => one is DeskEffect.Witness);
            Assert.True(written >= 0 && written < effects.ToList().FindIndex(one => one is DeskEffect.Submit));
        }
    }

    [Fact]
    [Trait("Row", "48")]
    public void A_second_desk_with_the_same_keys_is_found_when_either_comes_to_the_station()
    {
        using var clone = Table.Fresh(Adviser, Adviser.Vault.Copy(), new Seed(1));
        Say(Adviser, "the first of two");
        Pass();
        using var now = Table.Fresh(Adviser, Adviser.Vault.Copy(), new Seed(1));
        var effects = Step(clone, Standing(now));
        Assert.Contains(effects, one => one is DeskEffect.Alarm { What: DeskAlarm.OlderThanItsWords });
        Assert.DoesNotContain(Step(clone, new DeskEvent.Said(Room, "the second", Precedence.Routine)),
            one => one is DeskEffect.Submit);
    }

    private List<string> FromAdviser() => [.. Opposite.Transcript(Room)
        .Where(one => one.Desk == Adviser.Identity.Id).Select(one => one.Text)];

    private void Wait() => World.Pass(TimeSpan.FromMinutes(4)); // no machine stays down so long

    private static IReadOnlyList<DeskEffect> Step(DeskCore core, DeskEvent happened) =>
        core.Step(happened, Cast.FirstDay);

    private DeskEvent Standing(DeskCore core) =>
        new DeskEvent.Given(new Delivery.OfDesk(Adviser.Identity.Line, Table.StandingOf(core)));

    private DeskEvent News(LineContact contact, bool isRestoring) => new DeskEvent.Given(
        new Delivery.OfNews(Adviser.Identity.Line, new([], [], 0, IsFrozen: false, contact, [], isRestoring)));
}
