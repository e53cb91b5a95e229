using System.Collections.Immutable;
using Coulisse.Signals.Rendering;

namespace Coulisse.Signals.Pages;

/// <summary>Metadata of a form's route: the fields in which somebody types words. Whatever refuses the form gives them
/// back; see <see cref="GivenBack"/>. Never for a form with a secret in it: all of its fields come back.</summary>
/// <param name="Fields">Name and phrase of each; <c>part-</c> stands for <c>part-1</c>, <c>part-2</c> and so on, and
/// <c>name-</c> for a name in each language.</param>
internal sealed record TypedWords(params ImmutableArray<(string Name, string Label)> Fields)
{
    /// <summary>Guests may send it too.</summary>
    public bool IsForGuests { get; init; }

    public bool Hold(string field) => Fields.Any(typed => IsMeant(typed.Name, field));

    /// <summary>What stands above the field, in the reader's language.</summary>
    public string LabelOf(string field, Visit visit)
    {
        var (name, label) = Fields.First(typed => IsMeant(typed.Name, field));
        var rest = field[Math.Min(name.Length, field.Length)..];
        return name switch
        {
            "part-" => visit.Language.Text(label, ("n", rest)),
            "name-" => visit.Language.Text(label, ("language", visit.Language.LanguageName(rest))),
            _ => visit[label],
        };
    }

    private static bool IsMeant(string typed, string field) =>
        typed == field || (typed.EndsWith('-') && field.StartsWith(typed, StringComparison.Ordinal));
}
