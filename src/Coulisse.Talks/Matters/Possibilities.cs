using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;

namespace Coulisse.Talks.Matters;

/// <summary>What could be done next, by the very tables by which acts are read; so nobody is offered what comes to
/// nothing.</summary>
internal static class Possibilities
{
    internal static ImmutableArray<Possibility> In(
        Matter matter, Person who, TermsInForce terms, Guards guards)
    {
        var version = matter.Held.LastOrDefault(step => Tables.BringsVersion(step.Act.Kind))?.Entry;
        return
        [
            .. Tables.Of(matter.Kind).Moves.Where(move => move.From == matter.Stage
                && Course.IsTheirs(move.By, matter.Opening, version, who))
                .Select(move => new Possibility(move.Act, move.Needs, Rights.Refuses(who, move.Needs, terms,
                    guards.Enough(matter.Steps[0], move.Needs, who)) ?? OffRecord(move.Act, terms)
                    ?? guards.ByTheRules(matter.Steps[0], move.Act, who))),
        ];
    }

    internal static ImmutableArray<Possibility> Openings(Person who, TermsInForce terms, Side? caucusOf) =>
    [
        .. Tables.All.SelectMany(table => table.Moves).Where(move => move.From == Stage.Nothing
            && Guards.IsForOwn(move.Act) == caucusOf is not null)
            .Select(move => new Possibility(move.Act, move.Needs, Rights.Refuses(who, move.Needs, terms, Mandate.None)
                ?? OffRecord(move.Act, terms))),
    ];

    private static Refusal? OffRecord(ActKind act, TermsInForce terms) => terms.IsOffRecord
        && act is (ActKind.RecordProposed or ActKind.RecordCountersigned) ? Refusal.OffRecord : null;
}
