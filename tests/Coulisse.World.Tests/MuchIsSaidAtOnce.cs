using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>What is said in one room while a submission is on its way is the next submission.</summary>
public sealed class MuchIsSaidAtOnce : IDisposable
{
    private readonly Pair pair = new(new Seed(27));
    private readonly Cast cast;
    private readonly DeskWorld world;
    private readonly RoomId room;

    public MuchIsSaidAtOnce()
    {
        cast = new(pair, new Seed(28), each: 1, Ciphersuite.X25519ChaCha20Poly1305);
        world = new(new Seed(29), cast, Weather.Fair);
        room = world.Propose(Ours, Theirs, "to keep the line open");
        world.Pass(TimeSpan.FromSeconds(1));
        Theirs.Do(new DeskEvent.InvitationAccepted(room));
        world.Pass(TimeSpan.FromSeconds(1));
        Theirs.Do(new DeskEvent.Consented(room));
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(RoomStatus.Open, Ours.Core.StatusOf(room));
    }

    private SimulatedDesk Ours => world.Desks[0];

    private SimulatedDesk Theirs => world.Desks[1];

    private IEnumerable<Submission> Submissions => Ours.Sent.Where(one => one.Key.Log == Ours.Core.Log)
        .OrderBy(one => one.Key.Number)
        .Select(one => WireValue.Decode<Submission>(one.Value.Span));

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    [Fact]
    public void It_leaves_together_and_arrives_in_its_order()
    {
        Say(5);
        world.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal([1, 4], Submissions.TakeLast(2).Select(one => one.Envelopes.Count));
        Assert.Equal(["text 1", "text 2", "text 3", "text 4", "text 5"],
            Theirs.Transcript(room).Select(heard => heard.Text));
    }

    [Fact]
    public void No_more_of_it_than_a_submission_holds()
    {
        Say(200);
        world.Pass(TimeSpan.FromSeconds(5));

        Assert.Equal(LineLimits.SubmissionEnvelopesMax, Submissions.Max(one => one.Envelopes.Count));
        Assert.Equal(200, Theirs.Transcript(room).Count);
    }

    [Fact]
    public void What_is_more_urgent_leaves_apart_from_the_rest()
    {
        foreach (var precedence in (Precedence[])[Precedence.Routine, Precedence.Routine, Precedence.Flash,
            Precedence.Flash, Precedence.Routine])
            Ours.Do(new DeskEvent.Said(room, "text", precedence));
        world.Pass(TimeSpan.FromSeconds(2));

        Assert.All(Submissions, one => Assert.Single(one.Envelopes.Select(envelope => envelope.Precedence).Distinct()));
        Assert.Equal(5, Theirs.Transcript(room).Count);
    }

    [Fact]
    public void A_room_rotates_before_its_epoch_is_used_up_and_nobody_waits_for_the_time_of_it()
    {
        var before = Ours.Core.EpochOf(room)!.Value.Epoch;
        for (var burst = 0; burst < 5; burst++)
        {
            Say(300);
            world.Pass(TimeSpan.FromSeconds(3));
        }

        Assert.Equal(1_500, Theirs.Transcript(room).Count);
        Assert.True(Ours.Core.EpochOf(room)!.Value.Epoch > before);
    }

    [Fact]
    public void What_was_taken_and_not_committed_has_not_happened()
    {
        var effects = Ours.Core.Take(new DeskEvent.Said(room, "text", Precedence.Routine), Cast.FirstDay);
        Assert.Single(effects.OfType<DeskEffect.Shown>());
        Assert.Empty(effects.OfType<DeskEffect.Submit>());
        Ours.Stop();
        world.Pass(TimeSpan.FromMinutes(3));

        Assert.Empty(Ours.Transcript(room));
        Assert.Empty(Theirs.Transcript(room));
    }

    private void Say(int count)
    {
        for (var number = 1; number <= count; number++)
            Ours.Do(new DeskEvent.Said(room, $"text {number}", Precedence.Routine));
    }
}
