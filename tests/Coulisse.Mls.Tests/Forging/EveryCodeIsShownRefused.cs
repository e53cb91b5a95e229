using Coulisse.Mls.Errors;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// One table of all that is refused. Its rows are the very objects that the theories beside it play, each of which
/// asserts its row's code: a code that no row refuses is a rule that nobody has seen at work.
/// </summary>
public sealed class EveryCodeIsShownRefused
{
    public static TheoryData<string> StepNames => [.. Steps.Select(step => step.Name)];

    private static IReadOnlyList<BrokenStep> Steps => [.. BrokenSteps.All, .. BrokenTerms.All];

    private static IEnumerable<(MlsErrorCode Code, string Section, string Name)> Rows =>
    [
        .. EveryRuleIsEnforced.Rules.Select(row => (row.Code, row.Section, row.Name)),
        .. EveryWelcomeIsVerified.Welcomes.Select(row => (row.Code, row.Section, row.Name)),
        .. EveryWelcomeIsVerified.Trees.Select(row => (row.Code, row.Section, row.Name)),
        .. EveryWelcomeIsVerified.SmallTrees.Select(row => (row.Code, row.Section, row.Name)),
        .. Steps.Select(row => (row.Code, row.Section, row.Name)),
    ];

    [Theory]
    [MemberData(nameof(StepNames))]
    public void A_step_that_breaks_one_rule_is_refused_with_that_rules_code(string name)
    {
        var step = Steps.Single(one => one.Name == name);
        var refusals = step.Refusals();
        Assert.NotEmpty(refusals);
        Assert.All(refusals, refusal => Assert.Equal((step.Code, step.Section), (refusal.Code, refusal.RfcSection)));
    }

    [Fact]
    public void No_code_is_without_a_row_that_is_refused_with_it()
    {
        var shown = Rows.Select(row => row.Code).ToHashSet();
        Assert.Equal(Enum.GetValues<MlsErrorCode>().ToHashSet(), shown);
    }

    [Fact]
    public void The_table_gives_for_each_code_its_sections_and_what_was_refused()
    {
        foreach (var code in Rows.GroupBy(row => row.Code).OrderBy(code => code.Key))
        {
            var sections = string.Join(", ", code.Select(row => "§" + row.Section).Distinct());
            Console.WriteLine($"{(int)code.Key,4} {code.Key,-40} RFC 9420 {sections}");
            foreach (var row in code)
                Console.WriteLine($"     - {row.Name}");
        }
        Assert.Equal(Rows.Count(), Rows.Select(row => (row.Code, row.Name)).Distinct().Count());
    }
}
