using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Words;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>The buttons beside a matter: each of them can do what it says.</summary>
public sealed class What_a_matter_offers
{
    private static MatterAnswer Of(string kind, params string[] acts) => new(kind, 1,
        new("Sorvane", "Adviser", "Principal", "5b0c7b1f", IsOurs: false), "Proposed", "", "we", null, [],
        [.. acts.Select(act => new PossibleAnswer(act, "Consent", IsMandated: true))]);

    [Fact]
    public void Terms_of_the_line_are_declined_on_the_screen_with_a_reason_and_signed_by_a_command()
    {
        var terms = Of("LineCharter", "LineCharterAgreed", "LineCharterDeclined");
        Assert.True(MatterWords.IsSignedElsewhere(terms));
        Assert.Equal(["LineCharterDeclined"], MatterWords.Offered(terms).Select(one => one.Kind));
        Assert.Equal(["reason"], Sheets.Of("LineCharterDeclined").Select(field => field.Name));
    }

    [Fact]
    public void What_is_agreed_to_without_a_signature_is_offered_whole()
    {
        var term = Of("Term", "TermAgreed", "TermHasNoEquivalent");
        Assert.False(MatterWords.IsSignedElsewhere(term));
        Assert.Equal(term.Possible, MatterWords.Offered(term));
    }
}
