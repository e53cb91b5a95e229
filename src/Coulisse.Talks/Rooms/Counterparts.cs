using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;

namespace Coulisse.Talks.Rooms;

/// <summary>Who is whose opposite number: each side says it for its own people, and may do so for several
/// rooms.</summary>
internal static class Counterparts
{
    internal static ImmutableArray<CounterpartPair> Of(IEnumerable<Matter> matters)
    {
        var said = matters.Where(matter => matter.Stage == Stage.Stated)
            .Select(matter => (matter.Opener.Side, (TalkAct.CounterpartNamed)matter.Steps[0].Act))
            .Select(one => one.Side == Side.A ? (one.Side, OfA: one.Item2.Ours, OfB: one.Item2.Theirs)
                : (one.Side, OfA: one.Item2.Theirs, OfB: one.Item2.Ours));
        return
        [
            .. said.GroupBy(one => (one.OfA, one.OfB)).OrderBy(pair => pair.Key.OfA.Value)
                .ThenBy(pair => pair.Key.OfB.Value).Select(pair => new CounterpartPair(pair.Key.OfA, pair.Key.OfB,
                    pair.Any(one => one.Side == Side.A), pair.Any(one => one.Side == Side.B))),
        ];
    }
}
