using Coulisse.Crypto.Codec;
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

/// <summary>A refusal is said and signed; nothing else passes for one.</summary>
public sealed class ARoomIsDeclined : IDisposable
{
    private readonly Pair pair = new(new Seed(17));
    private readonly Cast cast;
    private readonly DeskWorld world;
    private readonly RoomId room;

    public ARoomIsDeclined()
    {
        cast = new(pair, new Seed(18), each: 1, Ciphersuite.X25519ChaCha20Poly1305);
        world = new(new Seed(19), cast, Weather.Fair);
        room = world.Propose(Ours, Theirs, "to keep the line open");
        world.Pass(TimeSpan.FromSeconds(1));
    }

    private SimulatedDesk Ours => world.Desks[0];

    private SimulatedDesk Theirs => world.Desks[1];

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    [Fact]
    public void At_once_and_both_ends_know_who_said_no()
    {
        Theirs.Do(new DeskEvent.Declined(room));
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(RoomStatus.DeclinedByUs, Theirs.Core.StatusOf(room));
        Assert.Equal(RoomStatus.Declined, Ours.Core.StatusOf(room));
        IsOver();
    }

    [Fact]
    public void After_it_was_joined_and_before_it_was_consented_to()
    {
        Theirs.Do(new DeskEvent.InvitationAccepted(room));
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(RoomStatus.AsksForConsent, Theirs.Core.StatusOf(room));
        Theirs.Do(new DeskEvent.Declined(room));
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(RoomStatus.Declined, Ours.Core.StatusOf(room));
        IsOver();
    }

    [Fact]
    public void In_the_same_breath_as_the_key_package()
    {
        Theirs.Do(new DeskEvent.InvitationAccepted(room));
        Theirs.Do(new DeskEvent.Declined(room));
        world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(RoomStatus.Declined, Ours.Core.StatusOf(room));
        IsOver();
    }

    [Fact]
    public void Never_after_the_consent()
    {
        Theirs.Do(new DeskEvent.InvitationAccepted(room));
        world.Pass(TimeSpan.FromSeconds(1));
        Theirs.Do(new DeskEvent.Consented(room));
        Theirs.Do(new DeskEvent.Declined(room));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotNow), Theirs.Screen);
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(RoomStatus.Open, Ours.Core.StatusOf(room));
        Theirs.Do(new DeskEvent.Declined(room));
        Assert.Equal(RoomStatus.Open, Theirs.Core.StatusOf(room));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-1)]
    public void Their_station_cannot_say_it_for_them(int changed)
    {
        Theirs.Do(new DeskEvent.Declined(room));
        var genuine = WireValue.Decode<Submission>(Theirs.Sent.Values.Last().Span).Envelopes[0];
        var bytes = genuine.Content.ToArray();
        bytes[changed < 0 ? ^1 : bytes.Length - 64 - 1 - changed] ^= 1;
        var forged = genuine with { Content = Opaque.CopyOf(bytes) };
        using var alone = new DeskCore(Ours.Identity, Ours.Vault.Copy().Open(), new Seed(20));
        var entry = new Entry(pair.Line, Theirs.Identity.Side, new(1, 1), EntryLink.Start, [forged]);
        var effects = alone.Step(
            new DeskEvent.Given(new Delivery.OfEntry(pair.Line, Theirs.Identity.Side, WireValue.Encode(entry))),
            Cast.FirstDay);
        Assert.Contains(new DeskEffect.Alarm(DeskAlarm.BrokenRule, room), effects);
        Assert.Equal(RoomStatus.Proposed, alone.StatusOf(room));
    }

    private void IsOver()
    {
        Assert.True(Ours.Core.IsIdle);
        Assert.True(Theirs.Core.IsIdle);
        Ours.Do(new DeskEvent.Said(room, "still there?", Precedence.Routine));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotNow), Ours.Screen);
        Theirs.Do(new DeskEvent.Consented(room));
        world.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(RoomStatus.Declined, Ours.Core.StatusOf(room));
        Assert.Equal(RoomStatus.DeclinedByUs, Theirs.Core.StatusOf(room));
        Assert.DoesNotContain(Ours.Screen.Concat(Theirs.Screen), one => one is DeskEffect.Alarm);
    }
}
