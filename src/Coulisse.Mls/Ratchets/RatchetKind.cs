namespace Coulisse.Mls.Ratchets;

/// <summary>The two ratchets of a sender: RFC 9420 §9.</summary>
public enum RatchetKind
{
    /// <summary>For proposals and commits.</summary>
    Handshake,

    /// <summary>For application messages.</summary>
    Application,
}
