using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.StationLink;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Station.Tests.Sockets;

/// <summary>The thinnest real thing: one room, two stations, sockets, files.</summary>
[Trait("Pace", "slow")]
public sealed class ARoomOverTwoStations
{
    private static readonly RoomId Room = new(Opaque.CopyOf("the two advisers"u8));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_cross_a_stopped_station_once_and_in_order()
    {
        await using var world = new TwoMachines(11);
        await world.StartAsync();
        await OpenAsync(world);
        await SayAsync(world, Side.A, "1");
        await UntilAsync(world, Side.B, ["1"]);
        await world.StopStationAsync(Side.B);
        await SayAsync(world, Side.A, "2");
        await SayAsync(world, Side.B, "3");
        await SayAsync(world, Side.A, "4. Слово. كلمة. 话 🕊");
        await world.StartStationAsync(Side.B);
        await UntilAsync(world, Side.B, ["1", "2", "4. Слово. كلمة. 话 🕊"]);
        await UntilAsync(world, Side.A, ["3"], by: Side.B);
        Assert.Equal(world.Core(Side.A).EpochOf(Room), world.Core(Side.B).EpochOf(Room));
    }

    [Fact]
    [Trait("Row", "16")]
    public async Task No_word_is_in_either_stations_files()
    {
        const string Marked = "plaintext-canary-7c1d";
        await using var world = new TwoMachines(12);
        await world.StartAsync();
        await OpenAsync(world);
        await SayAsync(world, Side.A, Marked);
        await UntilAsync(world, Side.B, [Marked]);
        foreach (var side in (Side[])[Side.A, Side.B])
            await world.StopStationAsync(side);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(world.FileOf(Side.A))!))
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancel);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Marked)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("to keep the line open"u8));
        }
    }

    [Fact]
    [Trait("Row", "13")]
    public async Task Nobody_without_a_pinned_key_is_heard()
    {
        await using var world = new TwoMachines(13);
        await world.StartAsync();
        using var strange = TwoMachines.Certificate();
        using var stranger = new StationClient(world.AddressOf(Side.A), [world.PinOf(Side.A)], strange);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => stranger.SubmitAsync(Opaque.CopyOf([1]), Cancel));
        using var misled = new StationClient(
            world.AddressOf(Side.A), [world.PinOf(Side.B)], world.DeskCertificate(Side.A));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => misled.SubmitAsync(Opaque.CopyOf([1]), Cancel));
        using var known = new StationClient(
            world.AddressOf(Side.A), [world.PinOf(Side.A)], world.DeskCertificate(Side.A));
        Assert.Equal(Wire.Desks.VerdictKind.Malformed, (await known.SubmitAsync(Opaque.CopyOf([1]), Cancel)).Kind);
    }

    [Fact]
    public async Task On_a_narrow_way_what_is_urgent_overtakes_and_the_rest_arrives()
    {
        await using var world = new TwoMachines(14);
        await world.StartOverANarrowWayAsync();
        await OpenAsync(world);
        world.Way!.BytesASecond = 24_000;
        string[] routine = [.. Enumerable.Range(0, 24).Select(number => $"{number} {new string('r', 14_000)}")];
        foreach (var text in routine)
            await SayAsync(world, Side.A, text);
        await DoAsync(world, Side.A, new DeskEvent.Said(Room, "now", Precedence.Flash));
        await UntilAsync(() => Words(world, Side.B, Side.A).Contains("now"), () => "The urgent word is not there.");
        Assert.InRange(Words(world, Side.B, Side.A).Length, 1, 16);
        await UntilAsync(() => Words(world, Side.B, Side.A).Length == 25, () => "Not all is there.");
        Assert.Equal(routine, Words(world, Side.B, Side.A).Where(text => text != "now"));
    }

    private static async Task OpenAsync(TwoMachines world)
    {
        await DoAsync(world, Side.A, new DeskEvent.RoomProposed(Room, world.IdentityOf(Side.B).Id,
            new("to keep the line open", "the settlement of the conflict")));
        await UntilAsync(world, Side.B, RoomStatus.Invited);
        await DoAsync(world, Side.B, new DeskEvent.InvitationAccepted(Room));
        await UntilAsync(world, Side.B, RoomStatus.AsksForConsent);
        await DoAsync(world, Side.B, new DeskEvent.Consented(Room));
        await UntilAsync(world, Side.A, RoomStatus.Open);
    }

    private static Task SayAsync(TwoMachines world, Side side, string text) =>
        DoAsync(world, side, new DeskEvent.Said(Room, text, Precedence.Routine));

    private static async Task DoAsync(TwoMachines world, Side side, DeskEvent act) => Assert.Empty(
        (await world.Desk(side).ActAsync((both, take) => take(both.Line, act), Cancel)).OfType<DeskEffect.Refused>());

    private static Task UntilAsync(TwoMachines world, Side side, RoomStatus status) =>
        UntilAsync(() => world.Core(side).StatusOf(Room) == status,
            () => $"{side} is {world.Core(side).StatusOf(Room)}");

    private static Task UntilAsync(TwoMachines world, Side reader, string[] words, Side by = Side.A) => UntilAsync(
        () => Words(world, reader, by).SequenceEqual(words),
        () => $"{reader} has {string.Join(" | ", Words(world, reader, by))}");

    private static string[] Words(TwoMachines world, Side reader, Side by) =>
        [.. world.Core(reader).TranscriptOf(Room).Where(one => one.Desk == world.IdentityOf(by).Id)
            .Select(one => one.Text)];

    private static async Task UntilAsync(Func<bool> isSo, Func<string> otherwise)
    {
        for (var patience = 0; patience < 600; patience++)
        {
            if (isSo())
                return;
            await Task.Delay(100, Cancel);
        }
        Assert.Fail(otherwise());
    }
}
