namespace Coulisse.Door;

/// <summary>A letter of credence as a file: its name, and its text.</summary>
public sealed record LetterAnswer(string Name, string Text);

/// <summary>A letter as texts for codes that a camera reads, or those of them that were read.</summary>
public sealed record LetterCodesAnswer(IReadOnlyList<string> Texts);

/// <summary>What codes came to: the letter's text, or how many codes there are and which of them were not
/// read.</summary>
public sealed record JoinedLetterAnswer(int Total, IReadOnlyList<int> Missing, string? Letter);

/// <summary>Of a letter that was given: whose it says it is, its number, and how it stands to what is recognised here,
/// by a name.</summary>
public sealed record GivenLetterAnswer(string Party, ulong Number, string Standing);

/// <summary>What was heard, and the letter that it is compared with, as text; null for the seal that is
/// recognised.</summary>
public sealed record CompareQuestion(string Digits, string? Letter);

/// <summary>Whether what was heard is the seal's fingerprint; the digits as they were understood.</summary>
public sealed record ComparedAnswer(string Party, bool IsEqual, string Heard);
