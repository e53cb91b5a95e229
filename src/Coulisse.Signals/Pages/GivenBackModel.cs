using System.Collections.Immutable;

namespace Coulisse.Signals.Pages;

/// <summary>A form that was refused, as it was sent.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Sentence">What to do.</param>
/// <param name="SendTo">Where it can be sent again; null: the words can only be copied.</param>
/// <param name="AsksToSignIn">It would go through once signed in.</param>
/// <param name="Typed">Name, label and words of each field in which somebody typed.</param>
/// <param name="Carried">The form's other fields.</param>
public sealed record GivenBackModel(string Title, string Sentence, string? SendTo, bool AsksToSignIn,
    ImmutableArray<(string Name, string Label, string Words)> Typed,
    ImmutableArray<(string Name, string Value)> Carried);
