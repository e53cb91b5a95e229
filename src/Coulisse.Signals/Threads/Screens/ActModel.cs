using Coulisse.Signals.Items;

namespace Coulisse.Signals.Threads.Screens;

/// <summary>A screen that shows a comment and asks to confirm an act, or to give its reason.</summary>
/// <param name="Title">Phrase: what is to be done.</param>
/// <param name="Hint">Phrase: what it does.</param>
/// <param name="Act">Last part of the address that the form posts to.</param>
/// <param name="Button">Phrase.</param>
/// <param name="Reason">What was typed as a reason; null where none is asked.</param>
/// <param name="Error">A sentence; null when nothing is wrong.</param>
public sealed record ActModel(Item Item, PlacedComment Placed, string Title, string Hint, string Act, string Button,
    string? Reason, string? Error);
