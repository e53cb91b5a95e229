namespace Coulisse.Rules.Tests.House;

/// <summary>One place that breaks a rule.</summary>
/// <param name="Where">Path, with the line where there is one.</param>
/// <param name="What">What is wrong there and what to do.</param>
public sealed record Offence(string Where, string What)
{
    /// <summary>Fails with every offence listed, or passes.</summary>
    public static void AssertNone(IEnumerable<Offence> offences)
    {
        var lines = offences.Select(offence => $"{offence.Where}: {offence.What}").ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} found:\n{string.Join('\n', lines)}");
    }
}
