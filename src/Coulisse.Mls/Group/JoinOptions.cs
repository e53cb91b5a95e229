using Coulisse.Crypto.Codec;
using Coulisse.Mls.Framing;

namespace Coulisse.Mls.Group;

/// <summary>What joining takes beside the welcome and the key packages.</summary>
public sealed class JoinOptions
{
    /// <summary>The encoded ratchet tree, if the welcome does not bring it.</summary>
    public Opaque? Tree { get; init; }

    /// <summary>Whether this client is in a group of this identifier already (RFC 9420 §12.4.3.1).</summary>
    public Func<GroupId, bool> IsKnown { get; init; } = _ => false;
}
