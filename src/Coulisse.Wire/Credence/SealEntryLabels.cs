using System.Collections.Frozen;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Wire.Credence;

/// <summary>The label of each kind of entry, so that a signature on one can never be shown as one on another.</summary>
internal static class SealEntryLabels
{
    private static readonly FrozenDictionary<SealEntryKind, SignatureLabel> Labels =
        new Dictionary<SealEntryKind, string>
        {
            [SealEntryKind.Statement] = "statement",
            [SealEntryKind.StatementWithdrawn] = "statement-withdrawn",
            [SealEntryKind.Accreditation] = "accreditation",
            [SealEntryKind.Recall] = "recall",
            [SealEntryKind.Recognition] = "recognition",
            [SealEntryKind.Letter] = "letter",
            [SealEntryKind.Succession] = "succession",
            [SealEntryKind.RoomOrder] = "room-order",
        }.ToFrozenDictionary(pair => pair.Key, pair => SignatureLabel.For("SealEntry " + pair.Value));

    internal static SignatureLabel Of(SealEntryKind kind) => Labels[kind];
}
