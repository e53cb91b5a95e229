namespace Coulisse.Rules.Tests.Lengths;

/// <summary>A file or a method and its length in lines.</summary>
/// <param name="Name">A path, or a path, a space, and <c>Type.Method</c>.</param>
public sealed record Measured(string Name, int Lines)
{
    public override string ToString() => $"{Name} {Lines}";
}
