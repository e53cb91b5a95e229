using Coulisse.Talks.Acts;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Tests.Contents;

/// <summary>Vectors of our own: an act of each kind in the bytes that it will always have.</summary>
public sealed class FrozenBytes
{
    private static TalkAct Make(ActKind kind) => RandomAct.Of(kind, new(1, 2), new MessageId(3, 4), count => count / 2);

    private static string Place => Path.Combine(AppContext.BaseDirectory, "Vectors", "acts.txt");

    [Fact]
    public void Every_act_is_written_in_the_bytes_it_had_and_read_from_them()
    {
        var lines = Enum.GetValues<ActKind>()
            .Select(kind => $"{kind} {Convert.ToHexStringLower(ActBytes.Write(Make(kind)))}").ToArray();
        Assert.Equal(File.ReadAllLines(Place), lines);
        Assert.All(File.ReadAllLines(Place), line =>
        {
            var (kind, hex) = (line.Split(' ')[0], Convert.FromHexString(line.Split(' ')[1]));
            Assert.Equal(kind, ActBytes.Read(hex)?.Kind.ToString());
        });
    }

    // Written out by hand from protocol/talks.md: {0: 12, 1: h'00…01 00…02'}.
    [Fact]
    public void A_short_act_is_what_a_reader_of_the_book_would_write() => Assert.Equal(
        "a2000c015820" + "00000000000000000000000000000001" + "00000000000000000000000000000002",
        Convert.ToHexStringLower(ActBytes.Write(new TalkAct.QueryClosed(new(1, 2)))));

    // [salt, null, h'', null, null, {}, [1, "en", 1, "text/plain;charset=utf-8", 'Yes.']]
    [Fact]
    public void So_is_a_short_content() => Assert.Equal(
        "8750" + "00000000000000000000000000000000" + "f640f6f6a0" + "850162656e01"
        + "7818746578742f706c61696e3b636861727365743d7574662d38" + "445965732e",
        Convert.ToHexStringLower(ContentWriting.Bytes(MessageContent.Of(Scene.Salt, Scene.En("Yes.")))));
}
