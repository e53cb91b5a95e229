using Coulisse.Wire.Lines;

namespace Coulisse.Station.Dispatch;

/// <summary>
/// What was sent and not yet acknowledged, so that it is not sent twice while its answer is on the way. Forgotten, and
/// with that sent again, when an exchange ends or after a while.
/// </summary>
internal sealed class Outstanding
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SortedSet<EntryPlace> sent = [];
    private TimeSpan until;

    internal bool IsEmpty => sent.Count == 0;

    /// <summary>When it is forgotten, if nothing was heard before.</summary>
    internal TimeSpan Until => until;

    internal bool Contains(EntryPlace place) => sent.Contains(place);

    internal void Sent(IEnumerable<EntryPlace> places, TimeSpan now)
    {
        sent.UnionWith(places);
        until = now + Patience;
    }

    internal void Forget() => sent.Clear();

    internal void ForgetIfOverdue(TimeSpan now)
    {
        if (now >= until)
            sent.Clear();
    }
}
