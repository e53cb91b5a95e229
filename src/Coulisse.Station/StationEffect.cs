using Coulisse.Crypto.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>Something a station wants done. All that it rests on is durable by then.</summary>
public abstract record StationEffect
{
    private StationEffect()
    {
    }

    /// <summary>The answer to a submission.</summary>
    public sealed record Answer(ulong Ticket, Verdict Verdict) : StationEffect;

    /// <summary>The reply to a bundle; empty if the line is not known here.</summary>
    public sealed record Reply(ulong Ticket, Opaque Bundle) : StationEffect;

    /// <summary>A bundle for the other station, whose answer comes back as an event, or none if there is none within so
    /// long. One at a time for each line.</summary>
    public sealed record Exchange(LineId Line, Opaque Bundle, TimeSpan Patience) : StationEffect;

    /// <summary>The exchange of a line that is on its way is broken off, and ends without an answer: what is urgent
    /// waits behind it.</summary>
    public sealed record Interrupt(LineId Line) : StationEffect;

    /// <summary>Nothing more comes on a connection: the desk has a newer one.</summary>
    public sealed record End(ulong Connection) : StationEffect;

    /// <summary>Something for a desk.</summary>
    public sealed record Give(ulong Connection, Delivery Delivery) : StationEffect;
}
