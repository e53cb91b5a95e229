using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Caucus;

/// <summary>That what our side says in a room of both sides needs a caucus's approval.</summary>
/// <param name="Id">The message that set it.</param>
/// <param name="By">Who did.</param>
/// <param name="Room">The name of that room.</param>
/// <param name="Mandates">Somebody with one of which has to approve.</param>
/// <param name="IsInForce">Whether nobody has lifted it.</param>
public sealed record RuleView(MessageId Id, Person By, Octets Room, Mandate Mandates, bool IsInForce)
{
    internal static RuleView Of(Matter matter)
    {
        var set = (TalkAct.RuleSet)matter.Steps[0].Act;
        return new(matter.Id, matter.Opener, set.Room, set.Mandates, matter.Stage == Stage.Stated);
    }
}
