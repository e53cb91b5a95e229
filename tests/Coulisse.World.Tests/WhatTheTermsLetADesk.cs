using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Invariants;
using Coulisse.World.Parties;
using Coulisse.World.Plants;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>The terms of a room on desks: who consents, and when words go. The first of each side is a principal, the
/// second a duty officer.</summary>
public sealed class WhatTheTermsLetADesk : RoomForThree
{
    private static readonly Charter Usual = Charter.Usual("to keep the line open", "the border");
    private static readonly RoomCharter PrincipalsOnly = new(Usual with { MayConsent = Mandate.Principal });
    private static readonly RoomCharter ErasedAfterTwoDays = new(Usual with { RetentionDays = 2 });

    private void Agree(RoomCharter terms) => Agree(World, Room, terms);

    private static void Agree(DeskWorld world, RoomId room, RoomCharter terms)
    {
        var (adviser, opposite) = (world.Desks[0], world.Desks[2]);
        adviser.Do(new DeskEvent.ChangeProposed(room, new RoomChange.Amendment(terms), "it has grown"));
        world.Pass(TimeSpan.FromSeconds(2));
        opposite.Do(new DeskEvent.IntentAnswered(room, opposite.Core.IntentsOf(room)[^1].Id, Consents: true, ""));
        world.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(terms, opposite.Core.CharterOf(room));
    }

    [Fact]
    [Trait("Row", "1")]
    public void Whom_the_terms_do_not_let_neither_proposes_nor_consents_and_no_desk_takes_it()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        Agree(PrincipalsOnly);
        var other = new RoomCharter(Usual with { Excluded = "the harvest" });
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotByTheTerms), Colleague.Core.Step(
            new DeskEvent.ChangeProposed(Room, new RoomChange.Amendment(other), ""), Cast.FirstDay));
        using var table = new Table(Pair, new Seed(5), Adviser, Colleague, Opposite);
        table.GoOnAfter(World.Stations);
        table.Give(Colleague.Identity.Side, Forger.Proposes(table.Of(Colleague), Room, other));
        foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
        {
            Assert.DoesNotContain(table.Of(desk).IntentsOf(Room), one => one.What.Charter == other);
            Assert.DoesNotContain(table.Of(desk).TranscriptOf(Room), one => one.Desk == Colleague.Identity.Id);
        }
        Assert.Equal(2, table.Screen.OfType<DeskEffect.Alarm>().Count(one => one.What == DeskAlarm.BrokenRule));
    }

    [Fact]
    [Trait("Row", "1")]
    public void Terms_that_nobody_could_agree_to_are_no_proposal_on_any_desk()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        var odd = new RoomCharter(Usual with { MayConsent = Mandate.Observer, RetentionDays = 40_000 });
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.TermsNotFit), Colleague.Core.Step(
            new DeskEvent.ChangeProposed(Room, new RoomChange.Amendment(odd), ""), Cast.FirstDay));
        using var table = new Table(Pair, new Seed(5), Adviser, Colleague, Opposite);
        table.GoOnAfter(World.Stations);
        table.Give(Colleague.Identity.Side, Forger.Proposes(table.Of(Colleague), Room, odd));
        Assert.DoesNotContain(table.Of(Opposite).IntentsOf(Room), one => one.What.Charter == odd);
        Assert.NotEmpty(table.Screen.OfType<DeskEffect.Alarm>());
    }

    [Fact]
    public void A_room_is_consented_to_by_whom_its_terms_let()
    {
        var room = new RoomId(Opaque.CopyOf(new byte[16]));
        Adviser.Do(new DeskEvent.RoomProposed(room, TheirColleague.Identity.Id, PrincipalsOnly));
        Pass();
        TheirColleague.Do(new DeskEvent.InvitationAccepted(room));
        Pass();
        Assert.Equal(RoomStatus.AsksForConsent, TheirColleague.Core.StatusOf(room));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotByTheTerms),
            TheirColleague.Core.Step(new DeskEvent.Consented(room), Cast.FirstDay));
        TheirColleague.Do(new DeskEvent.Declined(room));
        Pass();
        Assert.Equal(RoomStatus.Declined, Adviser.Core.StatusOf(room));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.TermsNotFit), Adviser.Core.Step(
            new DeskEvent.RoomProposed(new(World.Stations.Random(16)), Opposite.Identity.Id,
                new(Charter.Early("to keep the line open", ""))), Cast.FirstDay));
    }

    [Theory]
    [InlineData(PlantedBug.None, false)]
    [InlineData(PlantedBug.MandateIgnored, true)]
    public void A_desk_that_ignores_mandates_is_found(PlantedBug bug, bool isFound)
    {
        using var cast = new Cast(Pair, new Seed(11), each: 2, Ciphersuite.X25519Aes128Gcm);
        using var world = new DeskWorld(new Seed(3), cast, Weather.Fair, bug);
        var room = world.Open(world.Desks[0], world.Desks[2], "to keep the line open");
        Agree(world, room, new(PrincipalsOnly.Terms with { Excluded = "" }));
        var theirs = world.Desks[3];
        world.Desks[0].Do(new DeskEvent.ChangeProposed(room,
            new RoomChange.Admission(theirs.Identity.Accreditation), "for the maps"));
        world.Pass(TimeSpan.FromSeconds(2));
        world.Desks[2].Do(new DeskEvent.IntentAnswered(room, world.Desks[2].Core.IntentsOf(room)[^1].Id, true, ""));
        world.Pass(TimeSpan.FromSeconds(2));
        theirs.Do(new DeskEvent.InvitationAccepted(room));
        world.Pass(TimeSpan.FromSeconds(2));
        world.Desks[0].Do(new DeskEvent.ChangeProposed(room, new RoomChange.Amendment(new(Usual)), "as before"));
        world.Pass(TimeSpan.FromSeconds(2));
        var found = Record.Exception(() =>
        {
            theirs.Do(new DeskEvent.IntentAnswered(room, theirs.Core.IntentsOf(room)[^1].Id, Consents: true, ""));
            world.Pass(TimeSpan.FromSeconds(2));
        });
        Assert.Equal(isFound, found is ViolationException { Message: var what }
            && what.StartsWith("I2: ", StringComparison.Ordinal));
        Assert.Equal(isFound, found is not null);
    }

    [Fact]
    public void Where_words_go_no_state_of_the_group_stays_that_could_read_them_again()
    {
        Agree(ErasedAfterTwoDays);
        Say(Adviser, "to be erased");
        Pass();
        Later(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        World.Stations.Weather = Weather.Fair with { DarkFrom = TimeSpan.Zero, DarkUntil = TimeSpan.FromDays(20) };
        var waits = Adviser.Core.ViewOf(Room)!.Turn == Adviser.Identity.Side ? Opposite : Adviser;
        Say(waits, "in the same epoch");
        Pass();
        Assert.NotEmpty(ChangesAt(waits));
        Later(TimeSpan.FromDays(2) + TimeSpan.FromHours(2));
        Assert.Contains(waits.Transcript(Room), one => one.IsErased);
        Assert.Empty(ChangesAt(waits));
    }

    [Fact]
    public void Words_go_when_the_terms_say_so_at_both_ends_and_nothing_reads_as_a_gap()
    {
        Say(Adviser, "kept: it was said before");
        Agree(ErasedAfterTwoDays);
        Say(Adviser, "to be erased");
        Say(Opposite, "and so is this");
        Pass();
        var both = (SimulatedDesk[])[Adviser, Opposite];
        var before = both.Select(desk => desk.Transcript(Room).Select(one => (one.Desk, one.Number, one.Name)).ToList())
            .ToList();
        Later(TimeSpan.FromDays(2) - TimeSpan.FromHours(1));
        Assert.All(both, desk => Assert.Null(desk.Core.ViewOf(Room)!.Erases));
        Later(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1)); // announced, and not done: a clock may be wrong
        Assert.All(both, desk =>
        {
            Assert.Equal(2, desk.Core.ViewOf(Room)!.Erases!.Count);
            Assert.DoesNotContain(desk.Transcript(Room), one => one.IsErased);
        });
        Later(TimeSpan.FromDays(2) + TimeSpan.FromHours(2));
        for (var at = 0; at < both.Length; at++)
        {
            var desk = both[at];
            Assert.Equal(before[at], desk.Transcript(Room).Select(one => (one.Desk, one.Number, one.Name)));
            Assert.Equal(["", ""], desk.Transcript(Room).Where(one => one.IsErased).Select(one => one.Text));
            Assert.Contains("kept: it was said before", Texts(desk));
            Assert.DoesNotContain("to be erased", Texts(desk));
            var archive = desk.Core.ArchiveOf(Room)!;
            Assert.Equal((2UL, true, 0UL), (archive.Erased, archive.IsWhole,
                archive.Authors.Aggregate(0UL, (all, one) => all + one.Missing)));
            Assert.Null(desk.Core.ViewOf(Room)!.Erases);
        }
        Assert.Equal(Adviser.Core.TalkOf(Room).Transcript.Select(one => one.Id),
            Opposite.Core.TalkOf(Room).Transcript.Select(one => one.Id));
        Adviser.Stop();
        Adviser.Start();
        Say(Opposite, "we go on");
        Pass();
        Assert.Equal("we go on", Texts(Adviser)[^1]);
        Quiet();
    }

    [Fact]
    public void A_clock_that_is_set_right_within_the_hour_erases_nothing()
    {
        Agree(ErasedAfterTwoDays);
        Say(Adviser, "to be kept for two days");
        Pass();
        Later(TimeSpan.FromDays(400));
        Assert.NotNull(Adviser.Core.ViewOf(Room)!.Erases);
        Later(TimeSpan.Zero);
        Assert.Null(Adviser.Core.ViewOf(Room)!.Erases);
        Assert.Contains("to be kept for two days", Texts(Adviser));
    }

    [Fact]
    public void What_an_act_rests_on_and_what_their_desk_has_not_read_stays()
    {
        Agree(ErasedAfterTwoDays);
        Say(Opposite, "what sort of beast is that");
        Pass();
        var asked = Opposite.Transcript(Room)[^1];
        Adviser.Do(new DeskEvent.ActSaid(Room, new Talks.Acts.TalkAct.QueryAsked(
            Talks.Transcripts.MessageId.From(asked.Name.Span), "und", new(13, 18), "beast", [new("en", "Which?")]),
            [new("en", "Which?")], Wire.Lines.Precedence.Routine));
        Say(Adviser, "nothing rests on this");
        Pass();
        Later(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        Later(TimeSpan.FromDays(2) + TimeSpan.FromHours(2));
        Assert.Contains("what sort of beast is that", Texts(Adviser));
        Assert.Contains("what sort of beast is that", Texts(Opposite));
        Assert.Single(Adviser.Core.TalkOf(Room).Queries);
        Assert.Single(Opposite.Core.TalkOf(Room).Queries);
        Assert.DoesNotContain("nothing rests on this", Texts(Opposite));
    }

    // Both machines' clocks go on by so much; the minute in which a desk looks passes.
    private IReadOnlyList<Opaque> ChangesAt(SimulatedDesk desk) =>
        desk.Vault.Copy().Open().Keys(VaultTable.GroupChanges, Room.Value);

    private void Later(TimeSpan by)
    {
        foreach (var desk in World.Desks)
            desk.ClockError = by;
        World.Pass(TimeSpan.FromMinutes(6));
    }
}
