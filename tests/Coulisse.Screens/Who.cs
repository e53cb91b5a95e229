namespace Coulisse.Screens;

/// <summary>Who sits at the browser.</summary>
public enum Who
{
    Guest,
    Reader,
    Editor,
}
