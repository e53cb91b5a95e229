using Coulisse.Signals.Threads;
using CsCheck;

namespace Coulisse.Signals.Tests.Threads;

public sealed class CommentTextTests
{
    private static readonly Quotable Named = new(new QuotedPlace.InComment(new(17)), "The ferry leaves at dawn.\n\nNobody waits.");
    private static readonly Quotable Parent = new(new QuotedPlace.InComment(new(4)), "The envoy “never” sat down.");
    private static readonly Quotable Passage =
        new(new QuotedPlace.InEdition("fr", 3, 2), "Selon l’office d’Aldermark,  les pourparlers « se poursuivent ».");

    [Fact]
    public void Blank_lines_part_paragraphs_and_single_line_breaks_stay() =>
        Assert.Equal([new CommentBlock.Paragraph("One\ntwo"), new CommentBlock.Paragraph("three")],
            Accepted("One\r\ntwo\r\n\r\n\r\nthree\r\n").Blocks);

    [Fact]
    public void Each_quotation_is_tied_to_the_first_place_where_its_words_stand() =>
        Assert.Equal(
            [
                new CommentBlock.Quotation("at dawn. Nobody waits.", Named.Place),
                new CommentBlock.Paragraph("Who says?"),
                new CommentBlock.Quotation("“never” sat", Parent.Place),
                new CommentBlock.Quotation("les pourparlers « se poursuivent »", Passage.Place),
                new CommentBlock.Paragraph("And here."),
            ],
            Accepted("> at dawn.\n> Nobody waits.\nWho says?\n> \"never\" sat\n>\n> les pourparlers \" se poursuivent \"\nAnd here.")
                .Blocks);

    [Fact]
    public void Words_that_stand_nowhere_are_refused_and_named()
    {
        var refused = Assert.IsType<ParsedComment.Refused>(Parse("> The ferry leaves at noon.\n\nNo."));
        Assert.Equal(CommentRefusal.QuotationNotFound, refused.Reason);
        Assert.Equal("The ferry leaves at noon.", refused.Words);
    }

    [Theory]
    [InlineData("One\n  > at dawn.\ntwo")]
    [InlineData("One\u0085 > at dawn.")]
    [InlineData("One\u2028\t>at dawn.\n\nthree")]
    public void What_an_edit_shows_first_is_what_was_typed(string typed)
    {
        var first = Accepted(typed);
        Assert.Contains(first.Blocks, block => block is CommentBlock.Quotation);
        Assert.Equal(first.Blocks, Accepted(first.AsTyped()).Blocks);
    }

    [Fact]
    public void An_omission_is_marked_and_keeps_the_order() =>
        Assert.Equal("The ferry […] Nobody waits.", Accepted("> The ferry [...] Nobody waits.\n\nSo?").Blocks[0].Text);

    [Fact]
    public void Parts_in_another_order_than_they_stand_are_refused() =>
        Assert.Equal(CommentRefusal.QuotationNotFound, RefusalOf("> Nobody waits. [...] The ferry\n\nSo?"));

    [Theory]
    [InlineData(null, CommentRefusal.Empty)]
    [InlineData(" \r\n\u200B ", CommentRefusal.Empty)]
    [InlineData("> at dawn", CommentRefusal.OnlyQuotation)]
    public void A_comment_says_something_of_its_own(string? typed, CommentRefusal refusal) =>
        Assert.Equal(refusal, RefusalOf(typed));

    [Fact]
    public void Ten_thousand_characters_are_accepted_and_one_more_refused()
    {
        Assert.Equal(10_000, Accepted(new string('a', 10_000)).OwnWords.Length);
        Assert.Equal(CommentRefusal.TooLong, RefusalOf(new string('a', 10_001)));
        Assert.Equal(CommentRefusal.TooLong, RefusalOf(new string('a', 10_000_000)));
    }

    [Fact]
    public void Forty_blocks_are_accepted_and_one_more_refused()
    {
        Assert.Equal(40, Accepted(Paragraphs(40)).Blocks.Length);
        Assert.Equal(CommentRefusal.TooManyBlocks, RefusalOf(Paragraphs(41)));
    }

    [Fact]
    public void Characters_that_steer_the_display_are_left_out() =>
        Assert.Equal("safe exe.gpj and word\nnext",
            Accepted("sa\u00ADfe \u202Eexe.gpj\u202C and\t\u2067wo\u200Brd\u2069\u0007\u2028next\uFEFF").OwnWords);

    [Fact]
    public void Joiners_marks_and_accents_that_writing_needs_are_kept_in_composed_form() =>
        Assert.Equal("می\u200Cخواهم \u200F👩\u200D🚀 é", Accepted("می\u200Cخواهم \u200F👩\u200D🚀 e\u0301").OwnWords);

    [Fact]
    public void A_tower_of_combining_marks_is_cut()
    {
        var tower = Accepted("a" + string.Concat(Enumerable.Repeat("\u0315", 400))).OwnWords;
        Assert.Equal(9, tower.Length);
    }

    [Fact]
    public void Mark_up_is_just_text() =>
        Assert.Equal("<script>alert(1)</script> **not bold**", Accepted("<script>alert(1)</script> **not bold**").OwnWords);

    [Fact]
    public void An_edit_form_shows_what_was_typed_and_keeps_its_quotations()
    {
        var first = Accepted("> at dawn\n\nWho says?\n\n> The envoy\n\nHe did.");
        var again = Assert.IsType<ParsedComment.Accepted>(CommentText.Parse(first.AsTyped(), [.. first.Quoted]));
        Assert.Equal(first.Blocks, again.Text.Blocks);
    }

    [Fact]
    public void Any_typed_text_is_refused_or_comes_back_unchanged_from_the_file() => Gen.String.Sample(typed =>
    {
        if (CommentText.Parse(typed, [Named, Parent, Passage]) is ParsedComment.Accepted { Text: var text })
            Assert.Equal(text.Blocks, CommentText.FromJson(text.ToJson()).Blocks);
    });

    [Fact]
    public void Any_cut_of_a_place_can_be_quoted_from_it() =>
        (from start in Gen.Int[0, Passage.Text.Length - 2]
         from length in Gen.Int[1, Passage.Text.Length - 1]
         select Passage.Text.Substring(start, Math.Min(length, Passage.Text.Length - start)))
        .Where(words => !string.IsNullOrWhiteSpace(words))
        .Sample(words => Assert.Equal(Passage.Place,
            Assert.IsType<CommentBlock.Quotation>(Assert.IsType<ParsedComment.Accepted>(
                CommentText.Parse($"> {words}\n\nYes.", [Passage])).Text.Blocks[0]).Place));

    private static string Paragraphs(int count) => string.Join("\n\n", Enumerable.Repeat("word", count));

    private static ParsedComment Parse(string? typed) => CommentText.Parse(typed, [Named, Parent, Passage]);

    private static CommentText Accepted(string typed) => Assert.IsType<ParsedComment.Accepted>(Parse(typed)).Text;

    private static CommentRefusal RefusalOf(string? typed) => Assert.IsType<ParsedComment.Refused>(Parse(typed)).Reason;
}
