using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Words;

public sealed class Words_and_marks
{
    [Fact]
    public void We_speak_the_vocabulary() =>
        Offence.AssertNone(Repository.Files.SelectMany(Synonyms));

    [Fact]
    public void Nothing_tells_of_the_machine_it_was_built_on_or_is_left_for_later() =>
        Offence.AssertNone(Repository.Files.SelectMany(Traces));

    [Fact]
    public void Source_bears_no_mark_of_work_half_done() =>
        Offence.AssertNone(Syntax.Trees.SelectMany(tree => Marks.Check(tree.File, tree.Root)));

    [Fact]
    public void There_are_two_host_loops_at_most() => Assert.True(Marks.HostLoops.Length <= 2);

    [Theory]
    [InlineData("The channel is open.", "\"channel\": write line (between parties) or carrier (a way to travel).")]
    [InlineData("A Mailbox each", "\"Mailbox\": write log.")]
    [InlineData("As a user story", "\"user story\": write story, or scene.")]
    public void A_synonym_is_found(string text, string what) =>
        Assert.Equal([what], Synonyms(new("README.md", text)).Select(one => one.What));

    [Theory]
    [InlineData("using System.Threading.Channels;")]
    [InlineData("Channel<Envelope> queue = Channel.CreateBounded<Envelope>(1);")]
    public void The_runtimes_queue_keeps_its_name(string text) =>
        Assert.Empty(Synonyms(Planted.Source(text)));

    [Theory]
    [InlineData("see /wo{}rk/notes.md")]
    [InlineData("cd /ho{}me/someone/coulisse")]
    [InlineData("restore from api.nu{}get.org")]
    [InlineData("written with Cla{}ude")]
    [InlineData("TO{}DO: later")]
    public void A_trace_of_the_making_is_found(string text) =>
        Assert.Single(Traces(new("README.md", text.Replace("{}", "", StringComparison.Ordinal))));

    [Theory]
    [InlineData("https://example.org/work/x is an address, and work/x a path from here.")]
    [InlineData("The page keeps its homes in order.")]
    public void An_innocent_path_is_left_alone(string text) =>
        Assert.Empty(Traces(new("README.md", text)));

    [Theory]
    [InlineData("try { } catch (Exception) { }", "catches everything")]
    [InlineData("try { } catch { }", "catches everything")]
    [InlineData("try { } catch (System.Exception e) when (e.Message == \"\") { }", "catches everything")]
    [InlineData("Thread.Sleep(5);", "sleeps")]
    [InlineData("Assert.True(true);", "a test that cannot fail")]
    [InlineData("[Fact(Skip = \"later\")] void Do() { }", "a skipped test")]
    [InlineData("// HAC\u004B: for now", "left for later")]
    [InlineData("#pragma warning disable CA1000", "switches a warning off")]
    [InlineData("[SuppressMessage(\"a\", \"b\")] void Do() { }", "suppresses without")]
    [InlineData("class SessionManager;", "SessionManager: a name without weight")]
    public void A_mark_is_found(string text, string what) =>
        Assert.StartsWith(what, Assert.Single(Found(text)).What, StringComparison.Ordinal);

    [Theory]
    [InlineData("try { } catch (IOException) { }")]
    [InlineData("try { } catch (Exception e) when (e is IOException or SocketException) { }")]
    [InlineData("var text = \"Thread.Sleep(5); // HACK\";")]
    [InlineData("[Fact(Skip = \"no shared data\", SkipUnless = nameof(Here))] void Do() { }")]
    [InlineData("#pragma warning disable CA1000 // A factory belongs on its own type.")]
    public void The_innocent_neighbour_is_left_alone(string text) => Assert.Empty(Found(text));

    private static IEnumerable<Offence> Synonyms(RepositoryFile file) =>
        BannedWords.Vocabulary.SelectMany(word => word.Check(file));

    private static IEnumerable<Offence> Traces(RepositoryFile file) =>
        BannedWords.Anywhere.SelectMany(word => word.Check(file));

    private static IEnumerable<Offence> Found(string text)
    {
        var file = Planted.Source(text + "\n");
        return Marks.Check(file, Syntax.Parse(file));
    }
}
