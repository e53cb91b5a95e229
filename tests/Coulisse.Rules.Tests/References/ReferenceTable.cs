using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.References;

/// <summary>The reference rule as ARCHITECTURE.md publishes it: what people read is what is enforced.</summary>
public sealed class ReferenceTable
{
    private const string Start = "<!-- references:start -->";
    private const string End = "<!-- references:end -->";

    private readonly Dictionary<string, HashSet<string>> _allowed = [];

    /// <summary>Reads lines of the form <c>Wire → Crypto</c>; <c>nothing</c> stands for no reference.</summary>
    public ReferenceTable(string document)
    {
        var begin = document.IndexOf(Start, StringComparison.Ordinal);
        var end = document.IndexOf(End, StringComparison.Ordinal);
        foreach (var line in document[begin..end].Split('\n').Where(line => line.Contains('→', StringComparison.Ordinal)))
        {
            var (left, right) = (line.Split('→')[0].Trim(), line.Split('→')[1].Trim());
            _allowed.Add(left, right == "nothing" ? [] : [.. right.Split(',', StringSplitOptions.TrimEntries)]);
        }
    }

    public IEnumerable<string> Names => _allowed.Keys;

    /// <summary>A project file references exactly what the table says, and stands in the table.</summary>
    public IEnumerable<Offence> Check(Project project)
    {
        if (!_allowed.TryGetValue(project.ShortName, out var allowed))
            return [new(project.Path, "not in ARCHITECTURE.md's reference table; a project there is a decision.")];
        var tooMany = project.References.Except(allowed).Select(name => $"may not reference {name}.");
        var missing = allowed.Except(project.References)
            .Select(name => $"does not reference {name}; take it out of ARCHITECTURE.md's table.");
        return tooMany.Concat(missing).Select(what => new Offence(project.Path, what));
    }

    /// <summary>The compiler drops references that are not used, so an assembly may have fewer.</summary>
    public IEnumerable<Offence> Check(string shortName, IEnumerable<string> referencedAssemblies) =>
        referencedAssemblies.Where(name => name.StartsWith("Coulisse.", StringComparison.Ordinal))
            .Select(Project.ShortOf)
            .Where(name => !_allowed.GetValueOrDefault(shortName, []).Contains(name))
            .Select(name => new Offence($"the assembly of {shortName}", $"may not reference {name}."));
}
