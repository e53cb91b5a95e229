using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Tests.Scenes;
using CsCheck;

namespace Coulisse.Talks.Tests.Properties;

/// <summary>No act of one side can change what only the other may say, and nobody speaks beyond their
/// mandate.</summary>
public sealed class WhoseWordItIs
{
    // Said here once more, apart from the tables: what only the other side than the opener's may say, and only its own.
    private static readonly ActKind[] TheOthers =
    [
        ActKind.QueryAnswered, ActKind.ReadBackConfirmed, ActKind.ReadBackCorrected, ActKind.RedLineQuestioned,
        ActKind.RedLineUnderstood, ActKind.RedLineContested, ActKind.CommitmentAcknowledged, ActKind.CommitmentReleased,
        ActKind.RhythmAgreed, ActKind.SignalRefused, ActKind.SignalReleased, ActKind.ReleaseJoined,
    ];

    private static readonly ActKind[] TheOpeners =
    [
        ActKind.QueryClosed, ActKind.QueryTakenBack, ActKind.ReadBackTakenBack, ActKind.RedLineClarified,
        ActKind.RedLineWithdrawn, ActKind.CommitmentWithdrawn, ActKind.RhythmWithdrawn, ActKind.CounterpartEnded,
        ActKind.SignalTakenBack, ActKind.ApprovalTakenBack,
    ];

    [Fact]
    public void What_holds_was_said_by_the_side_whose_it_is() =>
        RandomTalk.Any.Sample(said =>
        {
            foreach (var matter in Scene.Room.After(said).Matters)
            {
                Assert.All(matter.Held.Where(step => TheOthers.Contains(step.Act.Kind)),
                    step => Assert.NotEqual(matter.Opener.Side, step.Entry.Author.Side));
                Assert.All(matter.Held.Where(step => TheOpeners.Contains(step.Act.Kind)),
                    step => Assert.Equal(matter.Opener.Side, step.Entry.Author.Side));
            }
        }, iter: 150);

    [Fact]
    public void Nobody_agrees_with_themselves() =>
        RandomTalk.Any.Sample(said =>
        {
            foreach (var matter in Scene.Room.After(said).Matters)
            {
                foreach (var step in matter.Held
                    .Where(step => step.Act is TalkAct.TermAgreed or TalkAct.SignalAccepted))
                {
                    var version = matter.Steps.Single(one => one.Entry.Id == step.Act.Version);
                    Assert.NotEqual(version.Entry.Author.Side, step.Entry.Author.Side);
                }
            }
        }, iter: 150);

    [Fact]
    public void An_observer_says_nothing_that_moves_anything_between_the_sides() =>
        RandomTalk.Any.Sample(said => Assert.DoesNotContain(
            Scene.Room.After(said).Matters.SelectMany(matter => matter.Held),
            step => step.Entry.Author.Mandate == Mandate.Observer), iter: 150);

    // Said here once more, apart from the table of rights: what those may do that bind nobody.
    [Theory]
    [InlineData(Mandate.Interpreter)]
    [InlineData(Mandate.Scribe)]
    [InlineData(Mandate.Observer)]
    [InlineData(Mandate.Mediator)]
    public void Whoever_binds_nobody_does_what_their_mandate_lets_and_no_more(Mandate mandate)
    {
        ActKind[] asking = [ActKind.QueryAsked, ActKind.QueryClosed, ActKind.QueryTakenBack, ActKind.TermRaised,
            ActKind.ReadBackSaid, ActKind.ReadBackTakenBack];
        ActKind[] own = [ActKind.QueryAnswered, ActKind.ReadBackConfirmed, ActKind.ReadBackCorrected];
        ActKind[] rendering = [ActKind.TermDefined, ActKind.TermWithdrawn, ActKind.TermHasNoEquivalent];
        ActKind[] allowed = mandate switch
        {
            Mandate.Interpreter => [.. asking, .. own, .. rendering, ActKind.RedLineQuestioned],
            Mandate.Scribe => [.. asking, .. own, ActKind.RedLineQuestioned, ActKind.SituationReported],
            Mandate.Mediator => [.. asking, .. own, ActKind.RedLineQuestioned],
            _ => [],
        };
        RandomTalk.Any.Sample(said =>
        {
            var narrowed = said.Select(entry => entry.Author.Mandate is Mandate.Principal or Mandate.DutyOfficer
                && entry.Author.Id != People.Secretary.Id && entry.Author.Id != People.Adviser.Id
                ? entry with { Author = entry.Author with { Mandate = mandate } } : entry);
            Assert.All(Scene.Room.After(narrowed).Matters.SelectMany(matter => matter.Held)
                .Where(step => step.Entry.Author.Mandate == mandate),
                step => Assert.Contains(step.Act.Kind, allowed));
        }, iter: 60);
    }

    [Fact]
    public void Whoever_binds_their_party_does_what_the_rights_say_and_what_the_terms_let() =>
        RandomTalk.Any.Sample(said => Assert.All(Scene.Room.After(said).Matters, matter =>
            Assert.All(matter.Held, step => Assert.True(
                (step.Entry.Author.Mandate & Needed(matter, step)) != Mandate.None,
                $"{step.Act.Kind} by {step.Entry.Author.Mandate}"))), iter: 60);

    // What the row of the table that the act took asks for, and for one's own words whoever may ask.
    private static Mandate Needed(Matter matter, Step step)
    {
        var before = matter.Held.TakeWhile(one => one.Entry.Id != step.Entry.Id).LastOrDefault()?.Stage;
        var right = Tables.Of(matter.Kind).At(before ?? Stage.Nothing, step.Act.Kind)!.Needs;
        return Rights.Of(right == Right.SpeakForOwnWords ? Right.Ask : right);
    }

    [Fact]
    public void Nothing_of_a_caucus_is_in_a_room_of_both_sides_and_nothing_else_is_in_a_caucus() =>
        RandomTalk.Any.Sample(said =>
        {
            MatterKind[] own = [MatterKind.Remark, MatterKind.Dissent, MatterKind.Approval, MatterKind.Rule];
            Assert.All(Scene.Room.After(said).Matters, matter => Assert.DoesNotContain(matter.Kind, own));
            Assert.All(Talk.Caucus(Side.A).After(said).Matters, matter => Assert.Contains(matter.Kind, own));
        }, iter: 50);

    [Theory]
    [InlineData(Side.A)]
    [InlineData(Side.B)]
    public void What_a_side_states_and_takes_back_is_the_same_without_the_other_s_acts(Side side) =>
        RandomTalk.Any.Sample(said =>
        {
            var whole = Scene.Room.After(said);
            var alone = Scene.Room.After(said.Where(entry => entry.Author.Side == side));
            Assert.Equal(Stated(alone, side), Stated(whole, side));
        }, iter: 100);

    private static string Stated(Talk talk, Side side) => string.Join('\n', talk.Matters
        .Where(matter => matter.Kind == MatterKind.RedLine && matter.Opener.Side == side)
        .OrderBy(matter => matter.Id.ToString(), StringComparer.Ordinal)
        .Select(matter => matter.Id + ": " + string.Join(", ", matter.Held
            .Where(step => step.Act is TalkAct.RedLineStated or TalkAct.RedLineClarified or TalkAct.RedLineWithdrawn)
            .Select(step => step.Entry.Id))));

    [Fact]
    public void What_may_be_said_is_what_holds_when_it_is_said()
    {
        RandomTalk.Any.Sample(said =>
        {
            var talk = Scene.Room.After(said.SkipLast(1));
            var next = said[^1];
            if (next.Content.Act is not { } act)
                return;
            var refusal = TalkActs.May(act, talk, next.Author, next.Claimed);
            var then = talk.After(Scene.Entry(next.Author, next.Number, next.Content, [.. said.SkipLast(1)
                .GroupBy(entry => entry.Author.Id)
                .Select(one => new Transcripts.Head(one.Key, one.Max(entry => entry.Number)))]));
            Assert.Equal(refusal is null, then.WithoutEffect.Concat<object>(then.Waiting)
                .All(one => (one as Ineffective)?.Entry.Id != next.Id && (one as Waiting)?.Entry.Id != next.Id));
        }, iter: 150);
    }
}
