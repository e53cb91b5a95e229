using System.Text;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.SavedArticles;

namespace Coulisse.Fuzz.Targets;

/// <summary>What is imported: articles saved as text, item files.</summary>
internal static class ArticleTargets
{
    public static IEnumerable<FuzzTarget> All() =>
    [
        new("saved-article", InputForm.Lines, [Root.Bytes("samples", "article.txt")], Saved)
        {
            Words = ["\n12\n", "\n1. ", "\n2.1. ", "\n2. +1\n", "Comments\n", "> ", "3 comments\n",
                "5 May 2031, 10:00\n"],
            AllocatedFloor = 8 << 20, // Read twice and written twice, each time through UTF-16.
        },
        new("item-file", InputForm.Json, Root.All("samples", "*.json"), Item)
        {
            Words = ["null", "{}", "[]", "\"kind\":\"report\",", "\"body\":null,", "\"chain\":[null],",
                "\"made\":\"x\","],
            AllocatedFloor = 8 << 20, // Its bodies are drawn to find the words of its claims.
        },
    ];

    /// <summary>What was read and written is read as the same again.</summary>
    private static Answer Saved(byte[] input)
    {
        if (SavedArticleReader.Read(input) is not SavedArticleReading.Read { Article: var article })
            return Answer.No;
        var written = SavedArticleWriter.Write(article);
        if (SavedArticleReader.Read(Encoding.UTF8.GetBytes(written))
            is not SavedArticleReading.Read { Article: var again })
            return new Answer.Broken("An article that was read and written is not read again.");
        return SavedArticleWriter.Write(again) == written ? Answer.Yes
            : new Answer.Broken("An article that was read and written is read as another.");
    }

    private static Answer Item(byte[] input)
    {
        var file = ItemFile.Read(input, out var refusal);
        return (file, refusal) switch
        {
            (null, { Length: > 0 }) => Answer.No,
            (not null, null) => Answer.Yes,
            _ => new Answer.Broken("It is neither taken nor refused with a sentence."),
        };
    }
}
