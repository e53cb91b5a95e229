using Microsoft.Playwright;

namespace Coulisse.Screens;

/// <summary>A kind of page that the program can show.</summary>
/// <param name="Name">Letters and hyphens: also the name of its picture.</param>
/// <param name="Who">Who may see it.</param>
/// <param name="Address">Where it stands, in a language of the interface.</param>
/// <param name="Act">What is done there before it is looked at; null when opening it is enough.</param>
public sealed record PageKind(string Name, Who Who, Func<string, string> Address, Func<IPage, Task>? Act = null)
{
    /// <summary>One that most visitors see; looked at in every language of the interface.</summary>
    public bool IsMain { get; init; }

    /// <summary>Stands on a page of its own, with nothing published and next to nothing allowed.</summary>
    public bool IsOnBareStage { get; init; }

    /// <summary>Has one edition alone, and is shown in its language whatever the reader's.</summary>
    public bool IsInOneLanguage { get; init; }

    /// <summary>Seeing it signs somebody in: it wants a window of its own.</summary>
    public bool IsSigningIn { get; init; }

    public override string ToString() => Name;
}
