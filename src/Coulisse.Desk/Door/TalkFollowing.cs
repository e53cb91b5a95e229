using System.Threading.Channels;
using Coulisse.Desk.StationLink;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Finds out what the acts of long rooms come to, a portion at a time, so that whoever asks something else
/// meanwhile has their answer between two of them.</summary>
internal static class TalkFollowing
{
    /// <summary>Of all rooms, once, when the desk is opened; whoever looks at the line is told of each.</summary>
    internal static async Task RunAsync(DeskLoop loop, Changes changes, CancellationToken cancel)
    {
        try
        {
            foreach (var room in await loop.AskBothAsync(
                both => both.All.SelectMany(core => core.Rooms).ToList(), cancel))
            {
                if (await OfAsync(loop, room, cancel))
                    changes.Happened();
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ChannelClosedException
            or LookFailedException)
        {
            // the desk is closed; or what somebody wrote cannot be looked through, and whoever asks is told so
        }
    }

    /// <summary>Of one room; whether there was anything to do.</summary>
    internal static async Task<bool> OfAsync(DeskLoop loop, RoomId room, CancellationToken cancel)
    {
        if (await loop.AskAsync(room, core => core.IsTalkFollowed(room), cancel))
            return false;
        while (!await loop.AskAsync(room, core => core.FollowTalk(room), cancel))
            await Task.Yield();
        return true;
    }
}
