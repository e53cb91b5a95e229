namespace Coulisse.Screens.Tests.Looks;

/// <summary>How much of what axe knows is asked.</summary>
public enum Depth
{
    /// <summary>WCAG 2.0 to 2.2, A and AA, and good practice.</summary>
    Whole,

    /// <summary>What the drawing alone can break: colours, sizes of what is pressed, parts that scroll.</summary>
    Drawing,
}
