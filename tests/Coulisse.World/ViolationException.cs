namespace Coulisse.World;

/// <summary>A world in which something happened that must never happen. Names the invariant.</summary>
#pragma warning disable CA1032 // Only ever made with its sentence.
public sealed class ViolationException(string what) : Exception(what)
#pragma warning restore CA1032
{
}
