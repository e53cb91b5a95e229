using NodaTime;

namespace Coulisse.Signals.Items;

/// <summary>One state of an edition's words; versions are added, never changed.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Source">A translation: the edition and version it was made from.</param>
/// <param name="Engine">A machine's name; null if unknown or not a machine's.</param>
/// <param name="MadeAt">When the machine made it; null if unknown or not a machine's.</param>
/// <param name="Note">What changed, in the editor's words.</param>
public sealed record EditionVersion(int Number, string Title, string Body, SourceVersion? Source, string? Engine,
    Instant? MadeAt, Instant WrittenAt, string? Note);

/// <summary>Which words a translation follows.</summary>
public sealed record SourceVersion(LanguageTag Language, int Number);
