using System.Buffers;
using System.Text;
using Coulisse.Signals.Rendering;

namespace Coulisse.Signals.Tests.Rendering;

public sealed class Kept_pages
{
    private sealed class Filling(params HoleKind[] shown) : IFilling
    {
        public bool Shows(Hole condition) => shown.Contains(condition.Kind);

        public void Write(Hole hole, IBufferWriter<byte> output) => Encoding.UTF8.GetBytes($"[{hole.Kind}:{hole.Argument}]", output);
    }

    private static string Fill(string html, params HoleKind[] shown)
    {
        var output = new ArrayBufferWriter<byte>();
        PageTemplate.Parse(html).WriteTo(output, new Filling(shown));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    [Fact]
    public void A_page_without_holes_is_whole_and_goes_out_as_it_was_drawn()
    {
        var page = PageTemplate.Parse("<p>мир ⟦x⟧</p>");
        Assert.True(page.IsWhole);
        Assert.Equal("<p>мир ⟦x⟧</p>", Encoding.UTF8.GetString(page.WholeBytes()));
    }

    [Fact]
    public void A_hole_is_filled_where_it_stands() =>
        Assert.Equal("a[VotedUp:7]b", Fill($"a{Hole.Mark(HoleKind.VotedUp, "7")}b"));

    [Fact]
    public void What_stands_under_a_condition_is_left_out_when_it_does_not_hold()
    {
        var html = $"a{Hole.Mark(HoleKind.IfMine, "x")}b{Hole.Mark(HoleKind.ViewerName)}c{Hole.Mark(HoleKind.End)}d";
        Assert.Equal("ad", Fill(html));
        Assert.Equal("ab[ViewerName:]cd", Fill(html, HoleKind.IfMine));
    }

    [Fact]
    public void A_condition_inside_a_hidden_one_stays_hidden_to_its_own_end()
    {
        var html = $"a{Hole.Mark(HoleKind.IfMine)}b{Hole.Mark(HoleKind.IfEditor)}c{Hole.Mark(HoleKind.End)}d{Hole.Mark(HoleKind.End)}e";
        Assert.Equal("ae", Fill(html, HoleKind.IfEditor));
        Assert.Equal("abde", Fill(html, HoleKind.IfMine));
        Assert.Equal("abcde", Fill(html, HoleKind.IfMine, HoleKind.IfEditor));
    }

    [Fact]
    public void Words_that_look_like_a_hole_are_words()
    {
        const string typed = "hole0123456789abcdef0123456789abcdef.1..eloh";
        Assert.True(PageTemplate.Parse(typed).IsWhole);
    }

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("W/\"a\"", true)]
    [InlineData("\"b\", \"a\"", true)]
    [InlineData("*", true)]
    [InlineData("\"b\"", false)]
    [InlineData("a", false)]
    [InlineData("", false)]
    public void A_reader_s_tags_are_compared_weakly(string header, bool isNamed) =>
        Assert.Equal(isNamed, EntityTag.IsAmong(header, "\"a\""));

    [Fact]
    public void In_a_header_of_many_tags_none_is_looked_for()
    {
        var many = string.Concat(Enumerable.Repeat("\"\",", 1_300));
        Assert.True(EntityTag.IsAmong(many + "\"a\"", "\"a\""));
        Assert.False(EntityTag.IsAmong(many + many + "\"a\"", "\"a\""));
    }

    [Fact]
    public async Task A_page_is_drawn_again_only_when_its_state_differs()
    {
        using var cache = new PageCache();
        var key = new PageKey("/en/", "en", "UTC", IsGuest: true);
        var drawn = 0;
        Task<PageTemplate> Draw() => Task.FromResult(PageTemplate.Parse($"drawing {++drawn}"));

        await cache.GetAsync(key, 1L, Draw, TestContext.Current.CancellationToken);
        await cache.GetAsync(key, 1L, Draw, TestContext.Current.CancellationToken);
        Assert.Equal(1, drawn);
        await cache.GetAsync(key, 2L, Draw, TestContext.Current.CancellationToken);
        Assert.Equal(2, drawn);
    }

    [Fact]
    public async Task Many_readers_of_a_page_that_must_be_drawn_cause_one_drawing()
    {
        using var cache = new PageCache();
        var key = new PageKey("/en/", "en", "UTC", IsGuest: true);
        var drawn = 0;
        async Task<PageTemplate> Draw()
        {
            Interlocked.Increment(ref drawn);
            await Task.Yield();
            return PageTemplate.Parse("page");
        }

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => cache.GetAsync(key, 1L, Draw, default))));
        Assert.Equal(1, drawn);
    }
}
