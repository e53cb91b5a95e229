using System.Collections.Immutable;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Ratchets;

namespace Coulisse.Mls.Group;

/// <summary>
/// One state of a group, never changed: each step gives the next one, which shares with it what the step did not use
/// up. Whichever of the two is disposed erases exactly what the other does not hold.
/// </summary>
internal sealed class GroupState : IDisposable
{
    private bool disposed;

    /// <summary>Takes over all its parts.</summary>
    internal GroupState(
        EpochState epoch, SecretTree ratchets, ProposalStore proposals, ImmutableArray<PastEpoch> past)
    {
        Epoch = epoch;
        Ratchets = ratchets;
        Proposals = proposals;
        Past = past;
    }

    internal EpochState Epoch { get; }

    internal SecretTree Ratchets { get; }

    internal ProposalStore Proposals { get; }

    /// <summary>Finished epochs whose late messages can still be read, the oldest first.</summary>
    internal ImmutableArray<PastEpoch> Past { get; }

    /// <summary>After a message of the epoch; takes over the ratchets.</summary>
    internal GroupState With(SecretTree ratchets) => With(ratchets, Proposals.Share());

    /// <summary>After a proposal of the epoch; takes over both.</summary>
    internal GroupState With(SecretTree ratchets, ProposalStore proposals) =>
        new(Epoch.Held(), ratchets, proposals, SharePast());

    /// <summary>After a late message; takes over the ratchets of that finished epoch.</summary>
    internal GroupState WithPast(PastEpoch read, SecretTree ratchets) =>
        new(Epoch.Held(), Ratchets.Share(), Proposals.Share(),
            [.. Past.Select(one => ReferenceEquals(one, read) ? one.With(ratchets) : one.Share())]);

    /// <summary>Without what reads messages of epochs before this one.</summary>
    internal GroupState WithoutPastBefore(Epoch first) =>
        new(Epoch.Held(), Ratchets.Share(), Proposals.Share(),
            [.. Past.Where(one => one.Context.Epoch >= first).Select(one => one.Share())]);

    /// <summary>The finished epochs as the next epoch has them; takes over this epoch's ratchets.</summary>
    internal ImmutableArray<PastEpoch> PastOfNext(SecretTree ratchets, MlsClient client)
    {
        if (client.PastEpochsMax == 0)
        {
            ratchets.Dispose();
            return [];
        }
        var tooMany = Math.Max(0, Past.Length + 1 - client.PastEpochsMax);
        return [.. Past.Skip(tooMany).Select(one => one.Share()), PastEpoch.Of(Epoch, ratchets, client)];
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        Epoch.LetGo();
        Ratchets.Dispose();
        Proposals.Dispose();
        foreach (var past in Past)
            past.Dispose();
    }

    private ImmutableArray<PastEpoch> SharePast() => [.. Past.Select(one => one.Share())];
}
