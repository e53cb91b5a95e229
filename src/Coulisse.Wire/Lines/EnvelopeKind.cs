namespace Coulisse.Wire.Lines;

/// <summary>What an envelope holds, as far as a station has to know: the content is read by desks alone.</summary>
public enum EnvelopeKind : ushort
{
    /// <summary>An application message of a room.</summary>
    Message = 1,

    /// <summary>A proposal; counts only with the station's endorsement.</summary>
    Proposal = 2,

    /// <summary>A commit; counts only with the station's endorsement; one a room and epoch from each side.</summary>
    Commit = 3,

    /// <summary>A welcome; counts only with the station's endorsement.</summary>
    Welcome = 4,

    /// <summary>Entries of the sender's seal's chain: renewals, recalls, room orders. Of no room.</summary>
    Credence = 5,

    /// <summary>Key packages that a desk offers for one room. Of that room, before it has an epoch.</summary>
    KeyPackages = 6,
}

/// <summary>What follows from a kind alone.</summary>
public static class EnvelopeKinds
{
    /// <summary>Whether it is a handshake, which counts only with its station's endorsement.</summary>
    public static bool IsEndorsed(this EnvelopeKind kind) =>
        kind is EnvelopeKind.Proposal or EnvelopeKind.Commit or EnvelopeKind.Welcome;
}
