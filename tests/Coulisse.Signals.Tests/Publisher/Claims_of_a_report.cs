using Coulisse.Signals.Claims;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Tests.Publisher;

public sealed class Claims_of_a_report : IDisposable
{
    private const string Text = "Selon le journal,\nles *canaux* restent ouverts.\n\nUn autre paragraphe.";

    private static readonly ClaimDraft Good = new("les canaux restent ouverts", "un conseiller", "le journal",
        ["ce journal", "ses sources"], Hedge.AccordingTo);

    private readonly Publication _page = new();

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Stand_verbatim_in_one_paragraph_across_emphasis_and_line_ends()
    {
        Assert.Empty(Check(Good));
        Assert.Empty(Check(Good with { Words = "Selon le journal, les canaux" }));
        Assert.Equal([ClaimFault.WordsNotThere], Check(Good with { Words = "Les canaux restent ouverts" }));
        Assert.Equal([ClaimFault.WordsNotThere], Check(Good with { Words = "ouverts. Un autre" }));
    }

    [Fact]
    public void Need_words_a_speaker_and_a_hedge() => Assert.Equal(
        [ClaimFault.NoWords, ClaimFault.NoSpeaker, ClaimFault.NoHedge], Check(ClaimDraft.Empty));

    [Fact]
    public void Refuse_what_is_too_long() => Assert.Equal(
        [ClaimFault.WordsTooLong, ClaimFault.SpeakerTooLong, ClaimFault.SourceTooLong, ClaimFault.ChainTooLong],
        Check(new(new('x', 2_001), new('x', 301), new('x', 301), [.. Enumerable.Repeat("x", 11)], Hedge.Denied)));

    [Fact]
    public async Task Come_back_as_they_were_entered_and_are_marked_in_the_text()
    {
        var item = await _page.NewAsync(ItemKind.Report, Text);
        await _page.Claims.AddAsync(item, Publication.French, Good, null, _page.Now, Publication.Cancel);
        var claim = Assert.Single(_page.ClaimReader.Of(item, Publication.French));
        Assert.Equal(("un conseiller", "le journal", Hedge.AccordingTo), (claim.Speaker, claim.Source, claim.Hedge));
        Assert.Equal(["ce journal", "ses sources"], claim.Chain);
        Assert.Equal(claim, Assert.Single(Body.Blocks(Text, [claim])[0].Claims));
        Assert.Contains("<mark class=\"claim\"", Body.Blocks(Text, [claim])[0].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_said_anew_rather_than_overwritten()
    {
        var item = await _page.NewAsync(ItemKind.Report, Text);
        await _page.Claims.AddAsync(item, Publication.French, Good, null, _page.Now, Publication.Cancel);
        var first = Assert.Single(_page.ClaimReader.Of(item, Publication.French));
        var second = await _page.Claims.EditAsync(first, Good with { Hedge = Hedge.Denied }, null, _page.Now, Publication.Cancel);
        Assert.NotEqual(first.Id, second);
        Assert.Equal(Hedge.Denied, Assert.Single(_page.ClaimReader.Of(item, Publication.French)).Hedge);
        Assert.Null(await _page.Claims.EditAsync(first, Good, null, _page.Now, Publication.Cancel));
        Assert.False(await _page.Claims.RetireAsync(first, _page.Now, Publication.Cancel));
    }

    private static IEnumerable<ClaimFault> Check(ClaimDraft draft) => ClaimRules.Check(draft, Body.Blocks(Text, []));
}
