namespace Coulisse.Signals.Threads;

/// <summary>A place that a writer may quote, with the words that stand there (plain text).</summary>
public sealed record Quotable(QuotedPlace Place, string Text);
