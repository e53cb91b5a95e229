using System.Runtime;
using System.Runtime.CompilerServices;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Forging;

namespace Coulisse.Mls.Tests.Group;

/// <summary>
/// The whole memory of this process is looked through: what a finished epoch could be read with is not only wiped where
/// it was kept, no copy of it is anywhere.
/// </summary>
[Trait("Row", "10")]
public sealed class AFinishedEpochIsNowhere
{
    [Fact]
    public void Once_both_have_dropped_it_none_of_its_secrets_is_in_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc/self/mem");
        using var memory = new OwnMemory();
        using var room = new Room(2, Party.PostQuantum, seed: (ulong)Random.Shared.NextInt64());
        room.Commit(0);
        Live(room, memory);
        var watched = memory.Find();
        Assert.Contains("init", watched.Keys);
        Assert.Contains("key of node 2", watched.Keys);
        Assert.Contains("ratchet", watched.Keys);
        room.Commit(0);
        room.Commit(1);
        foreach (var party in room.Parties)
            party.Group = party.Group.DropEpochsBefore(party.Group.View.Epoch);
        OverwriteStack();
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Assert.Empty(memory.Find());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Live(Room room, OwnMemory memory)
    {
        room[1].Hear(room[0].Say("words of this epoch"));
        room[0].Hear(room[1].Say("and their answer"));
        foreach (var (name, secret) in Of(room[1].Group.State.Epoch.Secrets).Where(one => !one.Secret.IsErased))
            memory.Watch(name, secret);
        memory.Watch("ratchet", Patched.LeafOf(room[1], new(0)).Ratchet(RatchetKind.Application).Secret.Secret);
        foreach (var (node, key) in room[1].Group.State.Epoch.Keys.InOrder())
        {
            using var secret = key.CopySecret();
            memory.Watch($"key of node {node}", secret);
        }
    }

    private static IEnumerable<(string Name, SecretBytes Secret)> Of(EpochSecrets secrets) =>
    [
        ("sender data", secrets.SenderData), ("exporter", secrets.Exporter), ("external", secrets.External),
        ("confirmation", secrets.Confirmation), ("membership", secrets.Membership), ("init", secrets.Init),
        ("encryption", secrets.Encryption), ("authenticator", secrets.Authenticator),
    ];

    // What calls have left on this thread's stack is written over by the next ones; here at once.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OverwriteStack()
    {
        Span<byte> depth = stackalloc byte[256 * 1024];
        depth.Clear();
    }
}
