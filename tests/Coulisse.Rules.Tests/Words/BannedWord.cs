using System.Text.RegularExpressions;
using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Words;

/// <summary>A word that must not stand in some files.</summary>
/// <param name="Pattern">What is looked for, without regard to case unless it says otherwise.</param>
/// <param name="Advice">What to write instead.</param>
/// <param name="Concerns">The files it is looked for in.</param>
public sealed record BannedWord(string Pattern, string Advice, Func<RepositoryFile, bool> Concerns)
{
    private readonly Regex _regex =
        new(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    public IEnumerable<Offence> Check(RepositoryFile file) => !Concerns(file) ? [] :
        file.Lines.Select((line, index) => (found: _regex.Match(line), number: index + 1))
            .Where(entry => entry.found.Success)
            .Select(entry => new Offence($"{file.Path}:{entry.number}", $"\"{entry.found.Value}\": {Advice}"));
}
