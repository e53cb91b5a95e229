using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Members;

/// <summary>An intent: what one side wants of the room. It changes nothing by itself.</summary>
/// <remarks><code>
/// struct { RoomChange what; opaque reason&lt;V&gt;; } Intent;</code></remarks>
/// <param name="What">The change.</param>
/// <param name="Reason">Why, for the other side's people; UTF-8, at most 1,024 bytes, and may be empty.</param>
internal sealed record Intent(RoomChange What, string Reason) : IWireValue<Intent>
{
    internal const int ReasonBytesMax = 1_024;

    public static Intent Read(ref TlsReader reader) =>
        new(RoomChange.Read(ref reader), RoomCharter.ReadText(ref reader, ReasonBytesMax));

    public void Write(TlsWriter writer)
    {
        What.Write(writer);
        writer.WriteVector(Encoding.UTF8.GetBytes(Reason));
    }
}
