using System.Collections.Immutable;
using NodaTime;

namespace Coulisse.Signals.Items;

/// <summary>A file as it came back from the keeper of the seal, byte for byte.</summary>
/// <param name="Revision">From 1; each covers the whole edition set.</param>
/// <param name="IsWithdrawal">The seal's own word that the statement is withdrawn.</param>
/// <param name="Covers">Which version of which edition it signed.</param>
public sealed record SignedFile(int Revision, bool IsWithdrawal, ImmutableArray<byte> Bytes, ImmutableArray<byte> Seal,
    Instant ReceivedAt, ImmutableArray<SourceVersion> Covers)
{
    public bool Signs(Edition edition) => edition.Live is { } live && Covers.Contains(new SourceVersion(edition.Language, live.Number));
}
