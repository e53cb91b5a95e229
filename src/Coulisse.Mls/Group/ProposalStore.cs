using System.Collections.Immutable;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Proposals;

namespace Coulisse.Mls.Group;

/// <summary>The proposals of the present epoch, in the order in which they came. Holds the keys of own
/// updates.</summary>
internal sealed class ProposalStore : IDisposable
{
    /// <summary>How many may wait.</summary>
    internal const int CountMax = 1024;

    private bool disposed;

    private ProposalStore(ImmutableArray<StoredProposal> all) => All = all;

    internal ImmutableArray<StoredProposal> All { get; }

    internal static ProposalStore Empty() => new([]);

    /// <summary>Takes over what is stored.</summary>
    internal static ProposalStore Of(ImmutableArray<StoredProposal> all) => new(all);

    /// <summary>The same proposals and one more, whose key is taken over; once more the same is no change.</summary>
    internal ProposalStore With(StoredProposal added)
    {
        if (Find(added.Change.Reference!.Value) is not null)
            return Share();
        if (All.Length >= CountMax)
            throw new MlsRejection(MlsErrorCode.ProposalTooMany, "12.1", "Too many proposals wait in this epoch.");
        return new(Share().All.Add(added));
    }

    internal StoredProposal? Find(ProposalRef reference) =>
        All.FirstOrDefault(stored => stored.Change.Reference == reference);

    /// <summary>The same once more, to be disposed by itself.</summary>
    internal ProposalStore Share()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        foreach (var stored in All)
            stored.OwnKey?.Hold();
        return new(All);
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        foreach (var stored in All)
            stored.OwnKey?.LetGo();
    }
}
