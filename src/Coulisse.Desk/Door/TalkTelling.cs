using Coulisse.Desk.Rooms;
using Coulisse.Talks;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Rooms;
using NodaTime;

namespace Coulisse.Desk.Door;

/// <summary>What a room's acts come to, for people: each by the number that its message has here.</summary>
internal static class TalkTelling
{
    internal static TalkAnswer Of(DeskCore core, RoomId room, Telling telling, DeskIdentity identity,
        DateTimeOffset now)
    {
        var talk = core.TalkOf(room);
        var heard = core.TranscriptOf(room, 0, int.MaxValue)
            .Where(one => one.Heard.Number > 0)
            .ToDictionary(one => MessageId.From(one.Heard.Name.Span), one => (one.Order, one.Heard.Desk));
        var commitments = talk.Commitments(Instant.FromDateTimeOffset(now)).ToDictionary(one => one.Id);
        PersonAnswer By(TranscriptEntry entry) => telling.PersonOf(heard[entry.Id].Desk);
        return new(room.ToString(),
            [
                .. talk.Matters.Select(matter => new MatterAnswer(matter.Kind.ToString(), heard[matter.Id].Order,
                    By(matter.Opening), commitments.GetValueOrDefault(matter.Id)?.Standing.ToString()
                        ?? matter.Stage.ToString(), ActWords.Of(matter.Steps[0].Act)[0].Text,
                    Owes(matter) is { } side ? side == SideOf(identity) ? "we" : "they" : null, DueOf(matter),
                    [
                        .. matter.Steps.Select(step => new StepAnswer(heard[step.Entry.Id].Order, By(step.Entry),
                            step.Act.Kind.ToString(), ActWords.Of(step.Act)[0].Text,
                            step.Refusal is { } why ? RefusalWords.Of(why) : null)),
                    ])),
            ],
            [.. talk.Waiting.Select(one => heard[one.Entry.Id].Order)]);
    }

    private static Side SideOf(DeskIdentity identity) =>
        identity.Side == Wire.Lines.Side.A ? Side.A : Side.B;

    // Whose word is waited for; nobody's where it has ended, or where silence changes nothing.
    private static Side? Owes(Matter matter)
    {
        var (opener, other) = (matter.Opener.Side, matter.Opener.Side == Side.A ? Side.B : Side.A);
        var last = matter.Held.LastOrDefault(step => Tables.BringsVersion(step.Act.Kind))?.Entry.Author.Side;
        return matter.Stage switch
        {
            Stage.Asked when matter.Kind == MatterKind.Query => other,
            Stage.Answered => opener,
            Stage.Said when matter.Kind == MatterKind.ReadBack => other,
            Stage.Proposed or Stage.Reopened when last is { } author => author == Side.A ? Side.B : Side.A,
            Stage.Questioned => opener,
            Stage.Stated or Stage.Clarified when matter.Kind == MatterKind.RedLine => other,
            Stage.Promised => other,
            Stage.Acknowledged => opener,
            _ => null,
        };
    }

    private static DateTimeOffset? DueOf(Matter matter) => matter.Steps[0].Act switch
    {
        TalkAct.ReadBackSaid said when matter.Stage == Stage.Said => said.AnswerBy.ToDateTimeOffset(),
        TalkAct.CommitmentMade made => made.Due.Instant.ToDateTimeOffset(),
        _ => null,
    };
}
