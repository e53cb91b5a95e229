using Coulisse.Mls.Framing;

namespace Coulisse.Mls.Ratchets;

/// <summary>RFC 9420 §6.3.1: the type of a content decides whose keys it uses up.</summary>
internal static class RatchetKinds
{
    internal static RatchetKind Of(ContentType type) =>
        type == ContentType.Application ? RatchetKind.Application : RatchetKind.Handshake;
}
