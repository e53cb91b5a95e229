using System.Threading.Channels;
using Coulisse.Desk.Vault.Sqlite;
using Coulisse.Wire.Rooms;
using Microsoft.Data.Sqlite;

namespace Coulisse.Desk.StationLink;

/// <summary>What doors ask of the desk, on its one thread.</summary>
public sealed partial class DeskLoop
{
    /// <summary>As <see cref="AskBothAsync"/>, where a room is.</summary>
    public Task<T> AskAsync<T>(RoomId room, Func<DeskCore, T> look, CancellationToken cancel) =>
        AskBothAsync(both => look(both.Of(room)), cancel);

    /// <summary>Looks at the desk between two steps, and may keep a record of its own as the last thing it does; told
    /// once what it may have seen is in the vault. What is returned must not hold on to the desk.</summary>
    /// <exception cref="LookFailedException">It failed, by a fault of ours; the desk goes on.</exception>
    /// <exception cref="OperationCanceledException">It was not done, or the desk has stopped: <see cref="Completion"/>
    /// says why.</exception>
    /// <exception cref="ChannelClosedException">The desk has stopped.</exception>
    public async Task<T> AskBothAsync<T>(Func<DeskCores, T> look, CancellationToken cancel)
    {
        var (seen, failed) = await ActAsync<(T?, LookFailedException?)>((both, _) =>
        {
            try
            {
                return (look(both), null);
            }
            catch (Exception fault) when (fault is not (SqliteException or VaultDamagedException))
            {
                return (default, new(fault)); // what somebody else wrote must not end whoever looks at it
            }
        }, cancel).ConfigureAwait(false);
        return failed is null ? seen! : throw failed;
    }

    /// <summary>Lets acts happen, several as one or none, by what the desk is just now; what they led to is in the
    /// vault when this returns. What is thrown there ends the desk, as a failing vault does: it may be ahead of what is
    /// kept.</summary>
    /// <exception cref="OperationCanceledException">As for <see cref="AskBothAsync"/>.</exception>
    /// <exception cref="ChannelClosedException">As for <see cref="AskBothAsync"/>.</exception>
    public async Task<T> ActAsync<T>(Func<DeskCores, Func<DeskCore, DeskEvent, IReadOnlyList<DeskEffect>>, T> act,
        CancellationToken cancel)
    {
        var asked = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        T? seen = default;
        await errands.Writer.WriteAsync(new(() => seen = act(cores, Take), () => asked.TrySetResult(seen!),
            () => asked.TrySetCanceled(CancellationToken.None)), cancel).ConfigureAwait(false);
        return await asked.Task.WaitAsync(cancel).ConfigureAwait(false);
    }
}
