using Coulisse.Crypto.Codec;
using Coulisse.Mls.Framing;

namespace Coulisse.Mls.Group;

/// <summary>How a proposal shall travel.</summary>
public sealed record SendOptions
{
    /// <summary>The present instant, for the lifetime of one to be added (RFC 9420 §7.3).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What is bound to the proposal in the open.</summary>
    public Opaque AuthenticatedData { get; init; }

    /// <summary>Whether it is encrypted, as it should be.</summary>
    public WireFormat Format { get; init; } = WireFormat.PrivateMessage;
}
