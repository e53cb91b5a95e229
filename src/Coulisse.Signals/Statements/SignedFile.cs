using NodaTime;

namespace Coulisse.Signals.Statements;

/// <summary>A file that the keeper of the seal signed.</summary>
/// <param name="Revision">From 1, within its statement.</param>
/// <param name="Bytes">As it came; at most <c>SignedUpload.FileBytesMax</c>.</param>
/// <param name="Seal">The public key it was verified against, 32 bytes.</param>
public sealed record SignedFile(int Revision, SignedFileKind Kind, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Seal,
    Instant ReceivedAt);
