using Coulisse.Signals.Rendering;

namespace Coulisse.Signals.Publisher;

/// <summary>What is wrong with one field of a form.</summary>
/// <param name="Field">The field's name, which is also its id on the screen.</param>
/// <param name="Key">The phrase that says it.</param>
/// <param name="Number">For a phrase that depends on a number.</param>
public sealed record Fault(string Field, string Key, long? Number = null)
{
    public string Say(Visit visit) => Number is { } n ? visit.Language.Count(Key, n) : visit[Key];
}
