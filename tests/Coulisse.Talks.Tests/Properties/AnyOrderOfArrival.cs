using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using CsCheck;
using NodaTime;

namespace Coulisse.Talks.Tests.Properties;

/// <summary>Two desks with the same messages show the same, whatever came when.</summary>
public sealed class AnyOrderOfArrival
{
    private static readonly Instant Later = Scene.Morning + Duration.FromHours(6);

    private static readonly Gen<Talk> Rooms = Gen.OneOf(Gen.Const(Scene.Room), Gen.Const(Talk.Caucus(Side.B)));

    [Fact]
    public void Any_order_with_repetitions_gives_the_same_views() =>
        (from said in RandomTalk.Any
         from order in Gen.Shuffle(said.ToArray())
         from again in Gen.Shuffle(said.ToArray())
         from room in Rooms
         select (said, order, again, room))
        .Sample(run =>
        {
            var one = Printed.Of(run.room.After(run.said), Later);
            var other = Printed.Of(run.room.After(run.order).After(run.again.Take(10)), Later);
            Assert.Equal(one, other);
        }, iter: 100);

    [Fact]
    public void Views_kept_while_messages_come_are_those_rebuilt_at_the_end() =>
        (from said in RandomTalk.Any
         from order in Gen.OneOf(Gen.Shuffle(said.ToArray()), Gen.Const(said.ToArray()))
         from portion in Gen.OneOf(Gen.Const(1), Gen.Int[2, 9])
         select (said, order, portion))
        .Sample(run =>
        {
            var kept = Scene.Room;
            foreach (var portion in run.order.Chunk(run.portion))
            {
                kept = kept.After(portion);
                // Looked at on the way, as a screen does.
                Assert.True(kept.Matters.Length + kept.Waiting.Length + kept.WithoutEffect.Length >= 0);
            }
            Assert.Equal(Printed.Of(Scene.Room.After(run.said), Later), Printed.Of(kept, Later));
        }, iter: 16);

    [Fact]
    public void Every_act_is_in_a_matter_or_waits_or_is_shown_without_effect() =>
        RandomTalk.Any.Sample(said =>
        {
            var talk = Scene.Room.After(said);
            var held = talk.Matters.SelectMany(matter => matter.Held).Select(step => step.Entry.Id);
            var shown = held.Concat(talk.Waiting.Select(one => one.Entry.Id))
                .Concat(talk.WithoutEffect.Select(one => one.Entry.Id)).Order(MessageId.Order);
            var acts = said.Where(entry => entry.Content.Act is not (null or TalkAct.ItemsSaid))
                .Select(entry => entry.Id).Order(MessageId.Order);
            Assert.Equal(acts, shown);
        }, iter: 100);

    [Fact]
    public void Every_kind_of_act_holds_in_some_of_these_talks()
    {
        var held = new HashSet<ActKind> { ActKind.ItemsSaid };
        for (var seed = 1; seed <= 300; seed++)
            held.UnionWith((seed % 3 == 0 ? Talk.Caucus(Side.A) : Scene.Room).After(RandomTalk.Of(seed)).Matters
                .SelectMany(matter => matter.Held).Select(step => step.Act.Kind));
        Assert.Empty(Enum.GetValues<ActKind>().Except(held));
    }
}
