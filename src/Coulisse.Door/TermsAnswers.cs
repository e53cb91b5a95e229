namespace Coulisse.Door;

/// <summary>The terms of a room. What can be chosen stands by its name in this program: OnRecord or OffRecord; Never,
/// ByConsent or OwnWords; Principal, DutyOfficer. It is empty, and who may know and the end are, where nothing was
/// agreed about it.</summary>
public sealed record TermsAnswer(string Purpose, string Excluded, string MayKnow, string Record, uint RetentionDays,
    string Quoting, IReadOnlyList<string> MayConsent, string End);

/// <summary>A field of terms that would be another: its name in this program (Purpose, Excluded, MayKnow, Record,
/// Retention, Quoting, MayConsent, End), and what it says now and would say, in English.</summary>
public sealed record TermChangeAnswer(string Field, string Was, string Is);

/// <summary>What terms say besides purpose and exclusions, by the names of <see cref="TermsAnswer"/>; null stays as it
/// is, or in a new room is what is usual.</summary>
public sealed record FurtherTerms(string? MayKnow = null, string? Record = null, uint? RetentionDays = null,
    string? Quoting = null, IReadOnlyList<string>? MayConsent = null, string? End = null);

/// <summary>Words that are to be erased as the terms say: when, and of how many messages.</summary>
public sealed record ErasureAnswer(DateTimeOffset At, int Messages);
