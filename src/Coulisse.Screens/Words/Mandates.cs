using Coulisse.Door;

namespace Coulisse.Screens.Words;

/// <summary>What somebody may do, in the language that is spoken.</summary>
internal static class Mandates
{
    /// <summary>Their mandate; empty if they have none.</summary>
    internal static string Of(Speech speech, PersonAnswer person) => person.Mandate is not { } told ? ""
        : string.Join(", ", told.Split(", ").Select(one => speech.Or($"mandate.{Named(one)}", one)));

    /// <summary>The same in brackets, to stand behind a name.</summary>
    internal static string Behind(Speech speech, PersonAnswer person) =>
        Of(speech, person) is { Length: > 0 } words ? $" ({words})" : "";

    /// <summary>Somebody with one of these, as the desk names them: "Principal, DutyOfficer".</summary>
    internal static string AnyOf(Speech speech, string named) =>
        string.Join(" / ", named.Split(", ").Select(one => speech.Or($"mandate.{one}", one)));

    // "duty officer" as the desk tells it, DutyOfficer as the phrases name it.
    private static string Named(string told) => string.Concat(told.Split(' ').Select(word =>
        word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]));
}
