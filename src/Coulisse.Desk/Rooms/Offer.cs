using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// What passes before a room has a group: one desk asks another for a key package, and the other gives one. Stations
/// can read it; it names desks that both stations know from the letters, and no purpose.
/// </summary>
/// <remarks><code>
/// struct { opaque from[16]; opaque to[16]; opaque key_package&lt;V&gt;; } Offer;   // empty: please give one</code>
/// </remarks>
internal sealed record Offer(Opaque From, Opaque To, Opaque KeyPackage) : IWireValue<Offer>
{
    private const int KeyPackageBytesMax = 64 * 1024;

    internal bool IsInvitation => KeyPackage.Length == 0;

    public static Offer Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)),
        Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)), reader.ReadOpaque(KeyPackageBytesMax));

    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(From.Span);
        writer.WriteFixed(To.Span);
        writer.WriteVector(KeyPackage);
    }
}
