using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Door;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>What is said among one's own, of what a person typed. It may be about a message of another room, of both
/// sides or of another caucus: named by its hash, which says nothing to whoever does not have it.</summary>
internal static class CaucusMaking
{
    private const string Speakers = "principal,duty officer";

    /// <exception cref="FormatException">Something is missing; in words for people, as all here.</exception>
    internal static TalkAct? Make(DeskCores both, RoomId here, TalkQuestion asked, Meant? to, Meant? elsewhere) =>
        asked.Kind switch
        {
            nameof(ActKind.RemarkMade) when elsewhere is { } other =>
                new TalkAct.RemarkMade(other.Id, true, asked.Text),
            nameof(ActKind.RemarkMade) => new TalkAct.RemarkMade(Meant.Of(to).Id, false, asked.Text),
            nameof(ActKind.RemarkVoted) => new TalkAct.RemarkVoted(Meant.Of(to).Matter, Vote(asked.Text)),
            nameof(ActKind.DissentRecorded) => new TalkAct.DissentRecorded(
                elsewhere?.Id ?? to?.Id ?? default(MessageId), asked.Text),
            nameof(ActKind.ApprovalAsked) => Ask(both, here, asked),
            nameof(ActKind.ApprovalGiven) => new TalkAct.ApprovalGiven(Meant.Of(to).Matter),
            nameof(ActKind.ApprovalRefused) => new TalkAct.ApprovalRefused(Meant.Of(to).Matter, asked.Text),
            nameof(ActKind.ApprovalTakenBack) => new TalkAct.ApprovalTakenBack(Meant.Of(to).Matter),
            nameof(ActKind.RuleSet) => new TalkAct.RuleSet(Room(asked.In), Mandates(asked.Of ?? Speakers)),
            nameof(ActKind.RuleLifted) => new TalkAct.RuleLifted(Meant.Of(to).Matter),
            _ => null,
        };

    private static int Vote(string typed) => typed switch
    {
        "+1" or "1" => 1,
        "0" => 0,
        "-1" or "−1" => -1,
        _ => throw new FormatException("A vote is +1, 0 or -1: --vote +1"),
    };

    private static ImmutableArray<Wording> Draft(TalkQuestion asked) => asked.Text.Length > 0
        ? [new(asked.Language, asked.Text)]
        : throw new FormatException("Say which words are to be approved: type them, pipe them in, or --file.");

    // Words are for the only room that the caucus binds, and are asked of whom its rules name, unless it is said.
    // Whoever asks need not be in that room: the rules name it.
    private static TalkAct.ApprovalAsked Ask(DeskCores both, RoomId caucus, TalkQuestion asked)
    {
        var here = both.Of(caucus).TalkToBe(caucus);
        var bound = here.RulesInForce.Select(rule => new RoomId(Opaque.CopyOf(rule.Room.Span)));
        var meant = (asked.In is null ? bound : bound.Concat(both.All.Where(core => core != both.Home)
            .SelectMany(core => core.Rooms)).Where(room => room.ToString().StartsWith(asked.In,
                StringComparison.OrdinalIgnoreCase))).Distinct().ToArray();
        var room = Room(meant is [var one] ? one.ToString() : null);
        var by = here.Approvers(room);
        return new(Draft(asked), asked.Of is not null || by is Mandate.None || by == MandateNames.All
            ? Mandates(asked.Of ?? Speakers) : by, room);
    }

    private static Mandate Mandates(string typed)
    {
        var all = Mandate.None;
        foreach (var word in typed.Split(',', StringSplitOptions.TrimEntries))
        {
            all |= Enum.TryParse<Mandate>(word.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true,
                out var one) && one != Mandate.None && Enum.IsDefined(one) ? one
                : throw new FormatException("Whose yes is needed: principal, duty officer, interpreter, scribe, "
                    + "observer or mediator; several with commas between.");
        }
        return all;
    }

    private static Octets Room(string? name) => name is not null && RoomId.FromHex(name) is { } room
        && room.Value.Length == ActLimits.RoomBytes ? Octets.CopyOf(room.Value.Span)
        : throw new FormatException("Say for which room of both sides: --room ROOM");
}
