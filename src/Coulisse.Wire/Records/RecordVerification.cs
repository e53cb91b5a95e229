using System.Collections.Immutable;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Records;

/// <summary>What checking a record comes to.</summary>
public abstract record RecordVerification
{
    private RecordVerification()
    {
    }

    /// <summary>Every byte is as it was signed. Whether two have signed, when, and by which accreditation, is in the
    /// record itself.</summary>
    public sealed record Genuine(SignedRecord Record) : RecordVerification;

    /// <summary>It is not what was signed; why, in the order of the file.</summary>
    public sealed record Altered(ImmutableArray<RecordFinding> Findings) : RecordVerification;

    /// <summary>It is no record.</summary>
    public sealed record NotARecord(NotARecordReason Reason) : RecordVerification;
}

/// <summary>Why a file is no record.</summary>
public enum NotARecordReason
{
    /// <summary>Nothing in it begins as a record does.</summary>
    Unrelated = 1,

    /// <summary>It is larger than any record.</summary>
    TooLarge,

    /// <summary>It was made by another version.</summary>
    OtherVersion,

    /// <summary>It was signed as it is, but breaks the rules of a record.</summary>
    BreaksRules,
}

/// <summary>A record whose signatures were verified: no value of this type exists otherwise.</summary>
public sealed record SignedRecord
{
    internal SignedRecord(RecordTerms terms, ImmutableArray<RecordPart> parts, ImmutableArray<RecordSignature> by) =>
        (Terms, Parts, Signatures) = (terms, parts, by);

    /// <summary>Of which room, between whom, and the hash that was signed.</summary>
    public RecordTerms Terms { get; }

    /// <summary>What is on record.</summary>
    public ImmutableArray<RecordPart> Parts { get; }

    /// <summary>Who signed: one, or both.</summary>
    public ImmutableArray<RecordSignature> Signatures { get; }

    /// <summary>Whether both parties have signed.</summary>
    public bool IsCountersigned => Signatures.Length == 2;

    /// <summary>What speaks against a signature, by its own claimed time and the recalls that are at hand; none if
    /// nothing does.</summary>
    public static RecordDoubt DoubtOf(RecordSignature signature, IEnumerable<Sealed<Recall>> recalls)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(recalls);
        var accreditation = signature.Accreditation;
        var recall = recalls.FirstOrDefault(one => one.By == accreditation.By
            && one.Content.Serial == accreditation.Number && one.Content.Accreditation == accreditation.Entry.Hash());
        if (signature.SignedAt < accreditation.Content.NotBefore)
            return RecordDoubt.NotYet;
        if (signature.SignedAt >= accreditation.Content.NotAfter)
            return RecordDoubt.Expired;
        // Whoever signs names how far their seal's chain had come: that is firmer than two clocks.
        return recall is null ? RecordDoubt.None
            : recall.Number <= signature.Head.Number || recall.Entry.Content.ClaimedAt <= signature.SignedAt
                ? RecordDoubt.Recalled : RecordDoubt.RecalledLater;
    }
}

/// <summary>What speaks against relying on a signature.</summary>
public enum RecordDoubt
{
    /// <summary>Nothing that is known here.</summary>
    None = 0,

    /// <summary>Signed before the accreditation's first day.</summary>
    NotYet,

    /// <summary>Signed after its last day.</summary>
    Expired,

    /// <summary>Signed after its party had recalled it.</summary>
    Recalled,

    /// <summary>Its party recalled it after it had signed.</summary>
    RecalledLater,
}
