using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Outbox;

/// <summary>The one submission that waits for its verdict, and which items of the outbox it is for, in its
/// order.</summary>
/// <param name="Keys">Of the items, eight bytes each.</param>
/// <param name="Submission">Sealed; the same bytes as often as it takes.</param>
internal sealed record InFlight(Opaque Keys, Submission Submission) : IWireValue<InFlight>
{
    private const int KeyBytes = 8;

    /// <summary>The numbers of the items.</summary>
    internal IReadOnlyList<ulong> Items => [.. Enumerable.Range(0, Keys.Length / KeyBytes)
        .Select(at => BinaryPrimitives.ReadUInt64BigEndian(Keys.Span.Slice(at * KeyBytes, KeyBytes)))];

    internal static InFlight Of(IEnumerable<ulong> items, Submission submission) => new(
        items.Aggregate(Opaque.Empty, (keys, item) => VaultRecords.Join(keys, VaultRecords.Ordered(item))), submission);

    public static InFlight Read(ref TlsReader reader) => new(
        reader.ReadOpaque(KeyBytes * LineLimits.SubmissionEnvelopesMax), ReadSubmission(ref reader));

    public void Write(TlsWriter writer)
    {
        writer.WriteVector(Keys);
        Submission.Write(writer);
    }

    private static Submission ReadSubmission(ref TlsReader reader) => Submission.Read(ref reader);
}
