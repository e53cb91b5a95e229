using System.Collections.Frozen;

namespace Coulisse.Languages;

/// <summary>One key's text: a single form, or a form for every plural category.</summary>
internal sealed class PhraseForms
{
    /// <summary>The only form of a phrase that does not depend on a number.</summary>
    internal const string Plain = "";

    private readonly FrozenDictionary<string, Phrase> _byCategory;

    internal PhraseForms(IReadOnlyDictionary<string, Phrase> byCategory)
    {
        _byCategory = byCategory.ToFrozenDictionary(StringComparer.Ordinal);
        Names = byCategory.Values.SelectMany(f => f.Names).ToFrozenSet(StringComparer.Ordinal);
    }

    internal bool Counts => !_byCategory.ContainsKey(Plain);

    /// <summary>The values that the forms take between them.</summary>
    internal FrozenSet<string> Names { get; }

    internal Phrase? In(string category) => _byCategory.GetValueOrDefault(category);
}
