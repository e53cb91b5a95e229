using Coulisse.Desk.StationLink;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Tests.Sockets;

/// <summary>What cannot be looked at, by a fault of ours, is told to whoever looked; the desk goes on. A fault in what
/// changes the desk ends it: it may be ahead of what is kept.</summary>
public sealed class ALookThatFails
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_desk_goes_on_and_whoever_looked_is_told()
    {
        await using var world = new TwoMachines(71);
        await world.StartAsync();
        var desk = world.Desk(Side.A);

        var failed = await Assert.ThrowsAsync<LookFailedException>(() =>
            desk.AskBothAsync<int>(_ => throw new InvalidOperationException("words of theirs"), Cancel));

        Assert.DoesNotContain("words of theirs", failed.Message, StringComparison.Ordinal);
        Assert.Equal(world.Line, await desk.AskBothAsync(both => both.Line.Log, Cancel));
        Assert.False(desk.Completion.IsCompleted);
    }

    [Fact]
    public async Task A_fault_in_an_act_ends_the_desk()
    {
        await using var world = new TwoMachines(72);
        await world.StartAsync();
        var desk = world.Desk(Side.A);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            desk.ActAsync<int>((_, _) => throw new InvalidOperationException(), Cancel));

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Completion);
    }
}
