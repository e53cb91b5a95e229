using System.Collections.Immutable;
using Coulisse.Talks.Parties;

namespace Coulisse.Talks.Matters;

/// <summary>What could be done next, by the very tables by which acts are read; so nobody is offered what comes to
/// nothing.</summary>
internal static class Possibilities
{
    internal static ImmutableArray<Possibility> In(Matter matter, Person who, Guards guards)
    {
        var version = matter.Held.LastOrDefault(step => Tables.BringsVersion(step.Act.Kind))?.Entry;
        return
        [
            .. Tables.Of(matter.Kind).Moves.Where(move => move.From == matter.Stage
                && Course.IsTheirs(move.By, matter.Opening, version, who))
                .Select(move => new Possibility(move.Act, move.Needs, Rights.Refuses(who, move.Needs,
                    guards.Enough(matter.Steps[0], move.Needs, who)))),
        ];
    }

    internal static ImmutableArray<Possibility> Openings(Person who, Side? caucusOf) =>
    [
        .. Tables.All.SelectMany(table => table.Moves).Where(move => move.From == Stage.Nothing
            && Guards.IsForOwn(move.Act) == caucusOf is not null)
            .Select(move => new Possibility(move.Act, move.Needs, Rights.Refuses(who, move.Needs, Mandate.None))),
    ];
}
