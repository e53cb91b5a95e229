namespace Coulisse.Rules.Tests.Lengths;

/// <summary>Something counted in lines.</summary>
/// <param name="Name">A path; or a path, a space, and <c>Type.Method</c> or <c>wide</c>.</param>
/// <param name="Lines">Lines of a file or method; for <c>wide</c>, how many lines of the file are too wide.</param>
public sealed record Measured(string Name, int Lines);
