using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;

namespace Coulisse.Desk.Outbox;

/// <summary>The one submission that waits for its verdict, and which item of the outbox it is for.</summary>
internal sealed record InFlight(Opaque Item, Submission Submission) : IWireValue<InFlight>
{
    public static InFlight Read(ref TlsReader reader) =>
        new(reader.ReadOpaque(8), ReadSubmission(ref reader));

    public void Write(TlsWriter writer)
    {
        writer.WriteVector(Item);
        Submission.Write(writer);
    }

    private static Submission ReadSubmission(ref TlsReader reader) => Submission.Read(ref reader);
}
