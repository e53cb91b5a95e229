using System.Collections.Immutable;
using Coulisse.Signals.SavedArticles;
using CsCheck;
using NodaTime;

namespace Coulisse.Signals.Tests.SavedArticles;

/// <summary>Articles as nasty as people and other programs can make them, not yet in canonical form.</summary>
internal static class AnyArticle
{
    private static readonly string[] Pitfalls =
    [
        "1. 0", "2. +1", "  3) -2", "#4 (+2)", "1.", "2)", "#1", "1. Reader", "Reader #2", "Reader 3. +1", "1.+1",
        "7 November 2022 12:30", "07.11.2022 12:30", "2022-11-07 12:30", "٧ نوفمبر ٢٠٢٢ ١٢:٣٠", "?", "yesterday",
        "31 April 2022 12:30",
        "+1", "0", "3", "-1", "(2)", "1 234", "3 comments", "Comments", "5 комментариев", "No comments yet",
        "تعليقات (3)",
        "Sign in to comment.", "Log in", "- said the office", "— said the office", "- ", "-", "> quoted", ">", ">>",
        "> > x", "* item", "• item",
        "## Heading", "##", "# x", "A short line", "Ends with a stop.", "The harbour stays open",
        "the harbour stays open, said the office.",
        "\u2060", "\u20601. 0", "\u2060\u2060x", "\uFEFFx", "\u200B1. 0", "\u202E2. +1\u202C", "\u00A0 1. 0 \u00A0",
        "<html>", "<!doctype html>",
        "a\0b", "\u0001", "\u0085", "\u2028", "tab\tinside", "\uD800", "x\uDC00y", "\uFFFE", "\uFFFF", "\uFFFD", "é",
        "e\u0301", "😀", "\f", "\v",
        "[+1]", "No 1.", "1. 5 apples", "Reader:", ",", "a ,", ".", "\u00AD", "12:30", "٣", "№ 5", "№5 +1",
    ];

    private static readonly string[] Breaks = ["\n", "\n\n", "\r\n", "\r", " ", "\n \n"];

    private static readonly string?[] Languages = ["en", "fr", "ru", "ar", "de", "es", null, "xx"];

    private static readonly Gen<string> Word = Gen.Frequency(
        (4, Gen.Int[0, Pitfalls.Length - 1].Select(i => Pitfalls[i])),
        (2, Gen.String[Gen.Char.AlphaNumeric, 0, 12]),
        (1, Gen.String[0, 6]),
        (1, Gen.Int[0, Breaks.Length - 1].Select(i => Breaks[i])));

    internal static readonly Gen<string> Text = Gen.Frequency(
        (3, Word),
        (3, Gen.Select(Word, Word, (a, b) => a + "\n" + b)),
        (2, Word.Array[0, 5].Select(words => string.Join(' ', words))),
        (1, Word.Array[0, 6].Select(words => string.Concat(words))));

    private static readonly Gen<string?> TextOrNull =
        Gen.Frequency((1, Gen.Const((string?)null)), (2, Text.Select(text => (string?)text)));

    private static readonly Gen<ArticleBlock> Block = Gen.Frequency(
        (4, Text.Select(text => (ArticleBlock)new ArticleBlock.Paragraph(text))),
        (1, Text.Select(text => (ArticleBlock)new ArticleBlock.Heading(text))),
        (2, Gen.Select(Text.Array[0, 3], TextOrNull,
            (words, by) => (ArticleBlock)new ArticleBlock.Quotation([.. words], by))),
        (1, Text.Array[0, 3].Select(items => (ArticleBlock)new ArticleBlock.ListItems([.. items]))));

    private static readonly Gen<CommentBlock> CommentBlock = Gen.Frequency(
        (3, Text.Select(text => (CommentBlock)new CommentBlock.Paragraph(text))),
        (1, Gen.Select(Text, Gen.Enum<QuotedFrom>(), (words, from) =>
            (CommentBlock)new CommentBlock.Quotation(words, from))));

    private static readonly Gen<LocalMinute?> Minute = Gen.Frequency(
        (1, Gen.Const((LocalMinute?)null)),
        (4, Gen.Select(Gen.Int[990, 9999], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 23], Gen.Int[0, 59],
            (y, mo, d, h, mi) => (LocalMinute?)new LocalMinute(new LocalDateTime(y, mo, d, h, mi)))));

    private static readonly Gen<int?> Count =
        Gen.Frequency((1, Gen.Const((int?)null)), (3, Gen.Int[-1, 120].Select(i => (int?)i)));

    private static readonly Gen<string?> Language = Gen.Int[0, Languages.Length - 1].Select(i => Languages[i]);

    internal static readonly Gen<SavedArticle> Article = Gen.Select(
        Text, Count, Block.Array[0, 5], TextOrNull, Count, Thread(levels: 4), Language,
        (title, above, body, notice, over, thread, language) =>
            new SavedArticle(title, above, [.. body], notice, over, thread, language));

    private static Gen<ImmutableArray<SavedComment>> Thread(int levels) =>
        levels == 0 ? Gen.Const(ImmutableArray<SavedComment>.Empty)
        : Gen.Select(Gen.Int[-1, 12], TextOrNull, Gen.Int[-3, 3], Minute, CommentBlock.Array[0, 4], Gen.Frequency(
                (2, Gen.Const(ImmutableArray<SavedComment>.Empty)), (1, Thread(levels - 1))),
            (number, author, score, at, blocks, replies) =>
                new SavedComment(number, author, score, at, [.. blocks], replies))
            .Array[0, 3].Select(comments => comments.ToImmutableArray());
}
