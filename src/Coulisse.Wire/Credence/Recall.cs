using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Credence;

/// <summary>A party takes an accreditation back. It holds from the entry on, for whoever learns of it.</summary>
/// <remarks><code>struct { uint64 serial; opaque accreditation[32]; opaque reason&lt;V&gt;; } Recall;</code></remarks>
/// <param name="Serial">The number of the accreditation's entry.</param>
/// <param name="Accreditation">The hash of that entry.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record Recall(ulong Serial, Opaque Accreditation, string Reason) : ISealContent<Recall>
{
    /// <summary>The longest reason, in bytes of UTF-8.</summary>
    public const int ReasonBytesMax = 500;

    /// <inheritdoc/>
    public static SealEntryKind Kind => SealEntryKind.Recall;

    /// <inheritdoc/>
    public static string Title => "RECALL";

    /// <inheritdoc/>
    public static int BytesMax => 1_024;

    /// <inheritdoc/>
    public bool IsWellFormed =>
        Serial >= 1 && Accreditation.Length == SealEntryContent.HashBytes && IsReason(Reason);

    /// <summary>The recall of an accreditation.</summary>
    public static Recall Of(Sealed<Accreditation> accreditation, string reason)
    {
        ArgumentNullException.ThrowIfNull(accreditation);
        return new(accreditation.Number, accreditation.Entry.Hash(), reason);
    }

    /// <summary>Whether a reason is one line of plain text, short enough.</summary>
    public static bool IsReason(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return StatementRules.IsLine(reason, ReasonBytesMax);
    }

    /// <inheritdoc/>
    public bool Fits(SealEntryContent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Serial < entry.Number;
    }

    /// <inheritdoc/>
    public static Recall Read(ref TlsReader reader) => new(
        Serial: reader.ReadUInt64(),
        Accreditation: WireFields.ReadHash(ref reader),
        Reason: WireFields.ReadLine(ref reader, ReasonBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Serial);
        writer.WriteFixed(Accreditation.Span);
        WireFields.WriteText(writer, Reason);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Head() =>
        [FormattableString.Invariant($"Recalls: accreditation {Serial}"), $"Reason: {Reason}"];
}
