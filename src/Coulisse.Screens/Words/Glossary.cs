using Coulisse.Door;

namespace Coulisse.Screens.Words;

/// <summary>Which of a term's definitions is shown beside it.</summary>
internal static class Glossary
{
    /// <summary>The one that both agreed to last; else the one that was proposed last; else none.</summary>
    internal static StepAnswer? DefinitionOf(MatterAnswer term)
    {
        var held = term.Steps.Where(step => step.WithoutEffect is null).ToList();
        var agreed = held.LastOrDefault(step => step.Kind == "TermAgreed")?.Act.Fields?
            .FirstOrDefault(field => field.Name == "version")?.Number;
        return held.LastOrDefault(step => step.Kind == "TermDefined"
            && (agreed is null || step.Number == (ulong)agreed.Value));
    }
}
