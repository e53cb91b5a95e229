using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>Something that happened to a station. Whose it is was established by the carrier, before this.</summary>
public abstract record StationEvent
{
    private StationEvent()
    {
    }

    /// <summary>A desk of the own side is put on a line.</summary>
    public sealed record DeskEnrolled(LineId Line, Opaque Desk) : StationEvent;

    /// <summary>A desk of the own side is cut off by its party.</summary>
    public sealed record DeskCutOff(LineId Line, Opaque Desk) : StationEvent;

    /// <summary>A desk listens on a connection, and is to be given what it has not processed.</summary>
    public sealed record DeskCame(Opaque Desk, ulong Connection) : StationEvent;

    /// <summary>So many things more may be given on a connection.</summary>
    public sealed record DeskReady(ulong Connection, int Count) : StationEvent;

    /// <summary>A connection ended.</summary>
    public sealed record DeskWent(ulong Connection) : StationEvent;

    /// <summary>A desk submits something; the ticket comes back with the answer.</summary>
    public sealed record Submitted(Opaque Desk, ulong Ticket, Opaque Submission) : StationEvent;

    /// <summary>A desk says what it has processed.</summary>
    public sealed record Reported(Opaque Desk, LineId Line, WireList<LogReport> Reports) : StationEvent;

    /// <summary>A desk gives back what it keeps, while its station is restoring.</summary>
    public sealed record Offered(Opaque Desk, LineId Line, DeskOffer Offer, int Bytes) : StationEvent;

    /// <summary>A bundle arrived; the ticket comes back with the reply.</summary>
    public sealed record BundleCame(LineId Line, ulong Ticket, Opaque Bundle) : StationEvent;

    /// <summary>An exchange that this station began has its answer, or has failed (null).</summary>
    public sealed record ExchangeEnded(LineId Line, Opaque? Answer) : StationEvent;

    /// <summary>A person says that this station's file is a copy that was put back.</summary>
    public sealed record Restored(LineId Line) : StationEvent;

    /// <summary>A person gives up what has not come back after that.</summary>
    public sealed record MissingGivenUp(LineId Line) : StationEvent;

    /// <summary>A person wants the other station to be tried at once.</summary>
    public sealed record TryNow(LineId Line) : StationEvent;

    /// <summary>Nothing but time.</summary>
    public sealed record TimePassed : StationEvent;
}
