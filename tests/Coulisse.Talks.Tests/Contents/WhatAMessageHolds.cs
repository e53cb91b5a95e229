using System.Collections.Immutable;
using System.Text;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Tests.Contents;

public sealed class WhatAMessageHolds
{
    private static readonly TalkAct Act = new TalkAct.QueryClosed(new(0, 7));

    private static MessageContent Read(ReadOnlySpan<byte> bytes) =>
        Assert.IsType<ContentReading.Read>(ContentReading.Of(bytes)).Content;

    [Fact]
    public void Words_lie_side_by_side_in_their_languages()
    {
        ImmutableArray<Wording> words = [new("ru", "Мост открыт."), new("ar", "الجسر مفتوح"), new("zh-Hant", "橋開了")];
        var read = Read(ContentWriting.Bytes(MessageContent.Of(Scene.Salt, words, new MessageId(1, 2))));
        Assert.Equal(words, read.Words);
        Assert.Equal("橋開了", read.WordsIn("ZH-hant"));
        Assert.Equal(new MessageId(1, 2), read.InReplyTo);
        Assert.Null(read.Act);
        Assert.Empty(read.NotUnderstood);
    }

    [Fact]
    public void An_act_stands_beside_words_for_whoever_cannot_read_it()
    {
        var read = Read(ContentWriting.Bytes(MessageContent.Of(Scene.Salt, Act, Scene.En("We have understood."))));
        Assert.Equal(Act, read.Act);
        Assert.Equal("We have understood.", read.WordsIn("en"));
        Assert.Empty(read.NotUnderstood);
    }

    [Fact]
    public void An_act_with_a_field_more_is_shown_by_its_words()
    {
        // {0: 12, 1: id} and {0: 12, 1: id, 9: 1}
        var longer = ActBytes.Write(Act);
        longer = [(byte)(longer[0] + 1), .. longer[1..], 9, 1];
        var content = WithAct(longer);
        Assert.Null(content.Act);
        Assert.Equal([ContentTypes.Act], content.NotUnderstood);
        Assert.Equal("(an act)", content.Words[0].Text);
    }

    [Fact]
    public void Two_acts_in_one_message_are_none()
    {
        var part = new Part.Here(Part.Render, "", ContentTypes.Act, Octets.CopyOf(ActBytes.Write(Act)));
        var both = Read(With(new Part.Several(Part.Render, "", Semantics.ProcessAll, [part, part])));
        Assert.Null(both.Act);
        Assert.Equal(2, both.NotUnderstood.Length);
    }

    // The first example of the MIMI content draft, byte for byte.
    private static readonly byte[] Original = Convert.FromHexString(
        "87505eed9406c2545547ab6f09f20a18b003f640f6f6a20178206d696d693a2f2f6578616d706c652e636f6d2f752f61"
        + "6c6963652d736d6974680278256d696d693a2f2f6578616d706c652e636f6d2f722f656e67696e656572696e675f7465"
        + "616d85016001781e746578742f6d61726b646f776e3b76617269616e743d47464d2d4d494d4958394869206576657279"
        + "6f6e652c207765206a75737420736869707065642072656c6561736520322e302e205f5f476f6f642020776f726b5f5f"
        + "21");

    [Fact]
    public void What_another_program_wrote_is_read_kept_and_shown_as_it_stands()
    {
        var read = Read(Original);
        Assert.Equal("Hi everyone, we just shipped release 2.0. __Good  work__!", read.Words[0].Text);
        Assert.Equal(["text/markdown;variant=GFM-MIMI"], read.NotUnderstood);
        Assert.Equal(Original, ContentWriting.Bytes(read));
    }

    [Fact]
    public void What_lies_elsewhere_is_named_and_not_fetched()
    {
        byte[] body =
        [
            0x8f, 0x06, 0x60, 0x02, 0x69, .. "image/png"u8, 0x71, .. "https://a.example"u8, 0x00, 0x19, 0x01, 0x00,
            0x00, 0x40, 0x40, 0x40, 0x01, 0x40, 0x63, .. "map"u8, 0x60,
        ];
        var read = Read([0x87, 0x50, .. new byte[16], 0xf6, 0x40, 0xf6, 0xf6, 0xa0, .. body]);
        var there = Assert.IsType<Part.Elsewhere>(read.Body);
        Assert.Equal(("image/png", "map"), (there.ContentType, there.Description));
        Assert.Equal(["image/png"], read.NotUnderstood);
    }

    [Theory]
    [InlineData("80", "an empty array")]
    [InlineData("8750000000000000000000000000000000f640f6f6a0830160", "cut off")]
    [InlineData("8750000000000000000000000000000000f640f6f6a08301600000", "a byte behind it")]
    [InlineData("8750000000000000000000000000000000f640f6f6a0831801600000", "a number in two bytes that fits in one")]
    [InlineData("8750000000000000000000000000000000f640f6f6bfff83016000", "a map without a length")]
    [InlineData("8750000000000000000000000000000000f640f6f6a20100010083016000", "a key twice")]
    [InlineData("8750000000000000000000000000000000f640f6f6a20200010083016000", "keys in another order")]
    [InlineData("8750000000000000000000000000000000f640f6f6a101fb000000000000000083016000", "a float")]
    [InlineData("874f0000000000000000000000000000f640f6f6a083016000", "a salt of fifteen bytes")]
    [InlineData("8750000000000000000000000000000000f640f6f6a083016004", "a cardinality of four")]
    [InlineData("8750000000000000000000000000000000f640f6f6a08501600300" + "8183016000", "several parts that are one")]
    [InlineData("8750000000000000000000000000000000f640f6f6a0830161ff00", "a language that is no text")]
    [InlineData("8750000000000000000000000000000000f640f6f6a08501600164746578745bffffffffffffffff", "an absurd length")]
    public void What_is_not_in_the_one_encoding_is_refused(string hex, string what)
    {
        var bytes = Convert.FromHexString(hex);
        Assert.True(ContentReading.Of(bytes) is ContentReading.Refused { Why: Refusal.NotAContent }, what);
    }

    [Fact]
    public void Parts_are_counted_and_their_depth_is_bounded()
    {
        Part leaf = new Part.Nothing(1, "");
        Part Pair(Part one) => new Part.Several(1, "", Semantics.ProcessAll, [one, leaf]);
        Assert.IsType<ContentReading.Read>(ContentReading.Of(With(Pair(Pair(Pair(leaf))))));
        Assert.IsType<ContentReading.Refused>(ContentReading.Of(With(Pair(Pair(Pair(Pair(leaf)))))));

        Part Many(int count) => new Part.Several(1, "", Semantics.ProcessAll, [.. Enumerable.Repeat(leaf, count)]);
        Assert.IsType<ContentReading.Read>(ContentReading.Of(With(Many(63))));
        Assert.Equal(new ContentReading.Refused(Refusal.TooManyParts), ContentReading.Of(With(Many(64))));
        Assert.Equal(new ContentReading.Refused(Refusal.ContentTooLong), ContentReading.Of(new byte[61_441]));
    }

    private static byte[] With(Part body) =>
        ContentWriting.Bytes(MessageContent.Of(Scene.Salt, []) with { Body = body });

    private static MessageContent WithAct(byte[] act) => Read(With(new Part.Several(1, "", Semantics.ChooseOne,
    [
        new Part.Here(Part.Render, "", ContentTypes.Act, Octets.CopyOf(act)),
        new Part.Here(Part.Render, "en", ContentTypes.Plain, Octets.CopyOf(Encoding.UTF8.GetBytes("(an act)"))),
    ])));
}
