using System.Text;
using Coulisse.Signals.SavedArticles;

namespace Coulisse.Signals.Tests.SavedArticles;

/// <summary>Files of ours in the shapes that sites save; beside each stands what a person reads in it.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names() =>
        new(Directory.GetFiles(Folders.Corpus, "*.txt").Select(file =>
            Path.GetFileNameWithoutExtension(file)!).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_saved_page_is_read_as_a_person_reads_it(string name)
    {
        var expected = ExpectedReading.Load(Path.Combine(Folders.Corpus, name + ".expected.json"));

        Assert.Equal(expected.Lines(), ExpectedReading.Of(Read(name)).Lines());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_that_was_read_comes_back_from_its_export(string name)
    {
        if (Read(name) is not SavedArticleReading.Read { Article: var article }) return;
        var export = new UTF8Encoding(false).GetBytes(SavedArticleWriter.Write(article));

        var again = Assert.IsType<SavedArticleReading.Read>(SavedArticleReader.Read(export));

        Assert.Equal(article, again.Article);
        Assert.Empty(again.Report.Unread);
    }

    [Fact]
    public void The_corpus_is_complete()
    {
        var names = Directory.GetFiles(Folders.Corpus, "*.txt").Select(f =>
            Path.GetFileNameWithoutExtension(f)!).ToList();
        var damaged = names.Count(name => name.StartsWith("damaged-", StringComparison.Ordinal));
        output.WriteLine($"corpus: {names.Count} files read, {damaged} of them damaged");

        Assert.Equal(names.Order(), Directory.GetFiles(Folders.Corpus, "*.expected.json")
            .Select(f => Path.GetFileName(f).Replace(".expected.json", "", StringComparison.Ordinal)).Order());
        Assert.True(names.Count >= 30 && damaged >= 8);
    }

    private static SavedArticleReading Read(string name) =>
        SavedArticleReader.Read(File.ReadAllBytes(Path.Combine(Folders.Corpus, name + ".txt")));
}
