using System.Formats.Cbor;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using CsCheck;

namespace Coulisse.Talks.Tests.Properties;

/// <summary>Whatever comes is read in one way or refused, and nothing ever comes out as an exception.</summary>
public sealed class AnyBytes
{
    private static readonly Gen<TalkAct> AnyAct =
        from kind in Gen.Enum<ActKind>()
        from choices in Gen.Int[0, 1_000].Array[12]
        select Make(kind, choices);

    private static readonly Gen<byte[]> Damaged =
        from act in AnyAct
        from places in Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 4]
        select Damage(ContentWriting.Bytes(MessageContent.Of(Scene.Salt, act, Scene.En("(an act)"))), places);

    [Fact]
    public void An_act_is_read_as_it_was_written() => AnyAct.Sample(act =>
    {
        var bytes = ActBytes.Write(act);
        var read = ActBytes.Read(bytes);
        Assert.Equal(act.GetType(), read?.GetType());
        Assert.Equal(bytes, ActBytes.Write(read!));
    });

    [Fact]
    public void An_act_cut_short_or_with_a_byte_more_is_none() => AnyAct.Sample(act =>
    {
        var bytes = ActBytes.Write(act);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Null(ActBytes.Read(bytes.AsSpan(0, length)));
        Assert.Null(ActBytes.Read([.. bytes, 0]));
    }, iter: 500);

    [Fact]
    public void What_was_damaged_is_refused_or_written_again_as_it_came() => Damaged.Sample(bytes =>
    {
        if (ContentReading.Of(bytes) is not ContentReading.Read { Content: var content })
            return;
        Assert.Equal(bytes, ContentWriting.Bytes(content));
        if (content.Act is { } act)
            Assert.Contains(ActBytes.Write(act), content.Body.All().OfType<Part.Here>()
                .Select(one => one.Content.Span.ToArray()));
    }, iter: 20_000);

    /// <summary>Another implementation as the oracle: what is taken here is canonical there.</summary>
    [Fact]
    public void What_is_taken_is_canonical_by_another_library() => Damaged.Sample(bytes =>
    {
        if (ContentReading.Of(bytes) is not ContentReading.Read)
            return;
        var reader = new System.Formats.Cbor.CborReader(bytes, CborConformanceMode.Canonical);
        reader.SkipValue();
        Assert.Equal(0, reader.BytesRemaining);
    }, iter: 20_000);

    [Fact]
    public void Bytes_by_chance_are_refused() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        Assert.IsType<ContentReading.Refused>(ContentReading.Of(bytes));
        Assert.Null(ActBytes.Read(bytes));
    }, iter: 20_000);

    private static TalkAct Make(ActKind kind, int[] choices)
    {
        var next = 0;
        return RandomAct.Of(kind, new(3, (UInt128)choices[0] + 1), new MessageId(5, 5),
            count => choices[next++ % 12] % count);
    }

    private static byte[] Damage(byte[] bytes, (double Place, byte Value)[] places)
    {
        foreach (var (place, value) in places)
            bytes[(int)(place * (bytes.Length - 1))] = value;
        return bytes;
    }
}
