using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>Whether the window of a line is full, either way, and who keeps it so: what people have to be told, or
/// words wait and nobody knows why.</summary>
internal sealed class Fullness(Bodies bodies, bool isOther)
{
    private DateTimeOffset told = DateTimeOffset.MinValue; // nobody is silent yet

    /// <summary>Rises when there is something else to tell.</summary>
    internal ulong Changes { get; private set; }

    /// <summary>Whether a desk's words were refused for want of room, and nothing of less than IMMEDIATE was taken
    /// since.</summary>
    internal bool IsOwn { get; private set; }

    /// <summary>Whether something of the other station's was, and nothing was stored since.</summary>
    internal bool IsOther { get; private set; } = isOther;

    /// <summary>The own desks that are far behind.</summary>
    internal WireList<DeskBehind> Behind { get; private set; } = [];

    /// <summary>A desk's words got this answer.</summary>
    internal void Answered(VerdictKind kind, IReadOnlyList<Envelope> envelopes)
    {
        if (kind == VerdictKind.WindowFull)
            Tell(IsOwn, IsOwn = true);
        else if (kind == VerdictKind.Taken && Rank.PrecedenceOf(envelopes) < Precedence.Immediate)
            Tell(IsOwn, IsOwn = false);
    }

    /// <summary>The other station's words were stored, or there was no room; tells whether that is new.</summary>
    internal bool Came(bool hadRoom)
    {
        var before = IsOther;
        Tell(before, IsOther = !hadRoom);
        return before != IsOther;
    }

    /// <summary>Looks who is behind.</summary>
    internal void Look()
    {
        var before = Behind;
        Behind = WireList.From(bodies.Behind(told));
        Changes += before.Equals(Behind) ? 0UL : 1;
    }

    /// <summary>The same at a time that is told.</summary>
    internal void Look(DateTimeOffset now)
    {
        told = now;
        Look();
    }

    private void Tell(bool before, bool now) => Changes += before == now ? 0UL : 1;
}
