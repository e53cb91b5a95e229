using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Station;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Invariants;
using Coulisse.World.SeveralLines;

namespace Coulisse.World.Tests;

/// <summary>One party on two lines, with one station and one desk: each of the others has what was said to it, once and
/// in order, and nothing else.</summary>
public sealed class NothingCrossesBetweenLines : IDisposable
{
    private readonly ThreeParties world = new(new Seed(31));

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_lost_or_stops_each_has_its_own_words_once_and_nothing_of_the_other_line(int day)
    {
        var seed = new Seed((ulong)day);
        using var three = new ThreeParties(seed);
        var (withB, withC) = (three.Open(three.WithB), three.Open(three.WithC));
        three.LostPerThousand = 200;
        var said = new Dictionary<(Machine Reader, RoomId Room), List<string>>();
        for (var round = 0; round < 80; round++)
        {
            var (room, other) = seed.Happens(500) ? (withB, three.B) : (withC, three.C);
            var (by, reader) = seed.Happens(600) ? (three.A, other) : (other, three.A);
            var text = $"{Words.Mark} in {room}, {round}";
            three.Say(by, room, text);
            said.TryAdd((reader, room), []);
            said[(reader, room)].Add(text);
            if (seed.Happens(100))
                three.Machines[seed.Below(3)].Restart(three.Now);
            three.Pass(1 + seed.Below(40));
        }
        three.LostPerThousand = 0;
        three.Pass(300);
        Assert.Equal(4, said.Count);
        foreach (var ((reader, room), texts) in said)
            Assert.Equal(texts, reader.Heard(room));
        Assert.Empty(three.B.Heard(withC).Concat(three.C.Heard(withB)));
        Assert.True(three.Isolation.BundlesOf(three.WithB) > 50 && three.Isolation.BundlesOf(three.WithC) > 50);
        Quiet(three);
    }

    [Fact]
    public void A_leak_that_was_planted_is_found()
    {
        var withB = world.Open(world.WithB);
        world.Open(world.WithC);
        var leak = Opaque.Empty;
        world.Carries = (line, bundle) => line == world.WithC ? Opaque.CopyOf([.. bundle.Span, .. leak.Span])
            : leak = bundle;
        world.Say(world.A, withB, "for one of them");
        var found = Assert.Throws<ViolationException>(() => world.Pass(120));
        Assert.Contains("I17", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_or_a_submission_of_one_line_is_refused_on_the_other()
    {
        var withB = world.Open(world.WithB);
        var (bundle, submission) = (Opaque.Empty, Opaque.Empty);
        world.Carries = (line, carried) => line == world.WithB ? bundle = carried : carried;
        world.A.Submits = sent => submission = sent;
        world.Say(world.A, withB, "for them alone");
        world.Pass(5);
        var before = world.C.Cores.Line.Rooms.Count();
        var verdicts = new List<Verdict>();
        var wants = world.C.Wants!;
        world.C.Wants = effect =>
        {
            if (effect is StationEffect.Answer answer)
                verdicts.Add(answer.Verdict);
            wants(effect);
        };
        world.C.Run(new StationEvent.BundleCame(world.WithC, 9_001, bundle), world.Now); // of another line
        world.C.Run(new StationEvent.BundleCame(world.WithB, 9_002, bundle), world.Now); // a line that it is not on
        world.C.Run(new StationEvent.Submitted(world.C.On(world.WithC).Id, 9_003, submission), world.Now);
        world.Pass(5);
        Assert.Equal(before, world.C.Cores.Line.Rooms.Count());
        Assert.Equal(VerdictKind.CutOff, Assert.Single(verdicts, one => one.Submission
            == WireValue.Decode<Submission>(submission.Span).Hash()).Kind);
        Quiet(world);
    }

    [Fact]
    public void A_room_by_the_name_of_one_on_another_line_is_not_taken_up_and_is_told()
    {
        var withB = world.Open(world.WithB);
        world.Isolation.Looks = false;
        // Whoever has learnt the name asks the first party into a room of their own by it.
        world.C.Do(world.C.Cores.Line, new DeskEvent.RoomProposed(withB, world.A.On(world.WithC).Id,
            new("to be mistaken for it", "")), world.Now);
        world.Pass(5);
        Assert.Equal(RoomStatus.Open, world.A.Cores.Of(withB).StatusOf(withB));
        Assert.Null(world.A.Cores.Of(world.WithC)!.StatusOf(withB));
        var alarm = Assert.Single(world.A.Screen.OfType<DeskEffect.Alarm>());
        Assert.Equal((DeskAlarm.RoomElsewhere, withB), (alarm.What, alarm.Room));
        world.Say(world.A, withB, "still to them");
        world.Pass(5);
        Assert.Equal(["still to them"], world.B.Heard(withB));
        Assert.Empty(world.C.Heard(withB));
    }

    [Fact]
    public void An_envelope_of_one_lines_room_says_nothing_on_the_other()
    {
        var (withB, withC) = (world.Open(world.WithB), world.Open(world.WithC));
        Envelope? sealedForB = null;
        world.B.Submits = sent => sealedForB = WireValue.Decode<Submission>(sent.Span).Envelopes[^1];
        world.Say(world.B, withB, "once");
        world.Pass(5);
        world.Isolation.Looks = false;
        // The third party, to whom somebody gave it, has its own station write it into the log of its line.
        var (desk, standing) = (world.C.On(world.WithC).Id, Table.StandingOf(world.C.Cores.Line));
        world.C.Run(new StationEvent.Submitted(desk, 1, WireValue.Encode(new Submission(world.WithC, desk,
            standing.Number + 1, standing.Last, [sealedForB!]))), world.Now);
        world.Pass(5);
        Assert.Empty(world.A.Screen.OfType<DeskEffect.Alarm>()); // it is of no room that is known there
        // And it is given as of the other line by a station that lies.
        var side = world.C.On(world.WithC).Side;
        var entry = WireValue.Encode(new Entry(world.WithC, side, new(1, 1_000), new(new(1, 999), Opaque.Zeros(32)),
            [sealedForB!]));
        world.A.Do(world.A.Cores.Of(world.WithB)!,
            new DeskEvent.Given(new Delivery.OfEntry(world.WithB, Side.B, entry)), world.Now);
        world.Pass(5);
        Assert.Equal(["once"], world.A.Heard(withB));
        Assert.Empty(world.A.Heard(withC));
        Assert.Equal([DeskAlarm.BrokenLog], world.A.Screen.OfType<DeskEffect.Alarm>().Select(one => one.What));
    }

    [Fact]
    public void Nobody_of_one_line_can_be_proposed_for_a_room_of_the_other()
    {
        var withC = world.Open(world.WithC);
        world.A.Do(world.A.Cores.Of(withC), new DeskEvent.ChangeProposed(withC,
            new Desk.Members.RoomChange.Admission(world.B.On(world.WithB).Accreditation), "by mistake"), world.Now);
        world.Pass(5);
        Assert.NotEmpty(world.A.Screen.OfType<DeskEffect.Refused>());
        Assert.Empty(world.C.Cores.Of(withC).IntentsOf(withC));
    }

    private static void Quiet(ThreeParties three) =>
        Assert.Empty(three.Machines.SelectMany(machine => machine.Screen).OfType<DeskEffect.Alarm>());
}
