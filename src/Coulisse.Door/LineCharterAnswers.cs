namespace Coulisse.Door;

/// <summary>Terms of a line that both sides have signed: their number, the digits by which both ends can compare them,
/// who signed first and who second, and when by their clocks; and what is to be minded of a signature, in
/// English.</summary>
public sealed record LineCharterAnswer(ulong Number, string Hash, TermsAnswer Terms, PersonAnswer First,
    DateTimeOffset FirstAt, PersonAnswer Second, DateTimeOffset SecondAt, IReadOnlyList<string> Doubts);

/// <summary>What one side has signed and the other has not: in which room, by which message, and the digits by which it
/// is signed; how far it is, in a sentence; and what would be other than it is.</summary>
public sealed record CharterProposalAnswer(string Room, ulong Order, ulong Number, string Digest, PersonAnswer By,
    string Stage, string Words, TermsAnswer Terms, IReadOnlyList<TermChangeAnswer> Changes, string? Declined);

/// <summary>The terms of a line: those that hold, those of before, and what is proposed.</summary>
public sealed record LineChartersAnswer(string Line, string Them, LineCharterAnswer? InForce,
    IReadOnlyList<LineCharterAnswer> Earlier, IReadOnlyList<CharterProposalAnswer> Proposals);

/// <summary>Which terms are to be the line's, whole with what holds now; null stays as it is.</summary>
public sealed record CharterQuestion(string? Purpose, string? Excluded, FurtherTerms? Terms = null);

/// <summary>Terms of the line, whole, that would be signed; the digits by which they are; and what a person has to know
/// before.</summary>
public sealed record CharterTextAnswer(ulong Number, string Digest, TermsAnswer Terms,
    IReadOnlyList<TermChangeAnswer> Changes, string Words);
