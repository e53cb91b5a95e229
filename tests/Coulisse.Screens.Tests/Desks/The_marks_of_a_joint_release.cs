using Coulisse.Door;
using Coulisse.Screens.Words;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>The shapes beside a joint release: the good one is for what was found to be as agreed.</summary>
public sealed class The_marks_of_a_joint_release
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 9, 12, 0, 0, TimeSpan.Zero);
    private static readonly PartAnswer Punctual = new(true, "AsAgreed", Noon, Noon);

    private static MatterAnswer Revealed(PartAnswer theirs) => new("Release", 1,
        new("Sorvane", "Adviser", "Principal", "5b0c7b1f", IsOurs: true), "Revealed", "", null, null, [], [], null,
        [Punctual, theirs]);

    [Theory]
    [InlineData("AsAgreed", false, "good")]
    [InlineData("AsAgreed", true, "partly")]
    [InlineData("Late", false, "partly")]
    [InlineData("Changed", false, "stopped")]
    public void A_text_that_is_punctual_by_its_sides_word_alone_is_not_marked_as_good(
        string became, bool isHereLate, string look)
    {
        var theirs = new PartAnswer(false, became, Noon, Noon.AddHours(3), isHereLate);
        Assert.Equal((look, look), (MatterWords.Look(theirs), MatterWords.Look(Revealed(theirs))));
    }
}
