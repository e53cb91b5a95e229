namespace Coulisse.Signals.Accounts.Screens;

/// <summary>A short page: a heading, a sentence, one way on.</summary>
public sealed record NoticeModel(string Heading, string Sentence, string Way, string WayAddress);
