namespace Coulisse.Signals.SavedArticles;

/// <summary>A line that is not blank, trimmed at both ends.</summary>
/// <param name="Number">1 is the file's first line, blank ones counted.</param>
/// <param name="Indent">Columns before the text; a tab goes to the next multiple of four, a no-break space is
/// one.</param>
/// <param name="Guarded">The line began with <see cref="Characters.Guard"/>, which is no longer in the text.</param>
internal readonly record struct SavedLine(int Number, int Indent, bool BlankBefore, bool Guarded, string Text);
