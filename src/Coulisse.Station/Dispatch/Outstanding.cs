using Coulisse.Wire.Lines;

namespace Coulisse.Station.Dispatch;

/// <summary>
/// What was sent and not yet acknowledged, so that it is not sent twice while its answer is on the way. Forgotten, and
/// with that sent again, when an exchange ends or after a while.
/// </summary>
internal sealed class Outstanding
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Crossing = TimeSpan.FromMilliseconds(500);

    private readonly SortedSet<EntryPlace> sent = [];
    private TimeSpan until;
    private TimeSpan since;
    private TimeSpan expected;

    internal bool IsEmpty => sent.Count == 0;

    /// <summary>When it is forgotten, if nothing was heard before.</summary>
    internal TimeSpan Until => until;

    internal bool Contains(EntryPlace place) => sent.Contains(place);

    /// <param name="places">What was sent.</param>
    /// <param name="now">The instant.</param>
    /// <param name="onTheWay">How long it should take.</param>
    internal void Sent(IEnumerable<EntryPlace> places, TimeSpan now, TimeSpan onTheWay)
    {
        sent.UnionWith(places);
        (since, expected, until) = (now, onTheWay, now + Patience + (2 * onTheWay));
    }

    internal void Forget() => sent.Clear();

    /// <summary>
    /// The other station calls while our own call has no answer yet. If that went out a while ago, or those before it
    /// failed, it went into the dark: what it carried goes with the reply, and is not kept waiting for the call to
    /// fail.
    /// </summary>
    internal void ForgetIfCrossed(TimeSpan now, bool callsFailed)
    {
        if (callsFailed || now - since >= Crossing + expected)
            sent.Clear();
    }

    internal void ForgetIfOverdue(TimeSpan now)
    {
        if (now >= until)
            sent.Clear();
    }
}
