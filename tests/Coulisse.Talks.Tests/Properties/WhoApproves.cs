using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using CsCheck;

namespace Coulisse.Talks.Tests.Properties;

/// <summary>Whatever is said in a caucus, no approval by a mandate outside its rules releases words.</summary>
public sealed class WhoApproves
{
    private static readonly Octets[] Rooms =
        [.. Enumerable.Range(0, 2).Select(last => Octets.CopyOf([.. new byte[ActLimits.RoomBytes - 1], (byte)last]))];

    [Fact]
    public void No_approval_by_a_mandate_outside_a_rule_in_force_releases_words_and_none_for_another_room() =>
        RandomTalk.Any.Sample(said =>
        {
            var talk = Talk.Caucus(Side.A).After(OfOneSide(said));
            foreach (var (room, approval) in Rooms.SelectMany(room => talk.Approvals.Select(one => (room, one))))
            {
                var rules = talk.Rules.Where(rule => rule.IsInForce && rule.Room == room).ToArray();
                if (!approval.Allows(room, "We agree.", talk.RulesInForce.Where(rule => rule.Room == room)
                    .Select(rule => rule.Mandates)))
                    continue;
                Assert.Equal(room, approval.Room);
                Assert.All(rules, rule => Assert.True(rule.Mandates.HasFlag(approval.DecidedBy!.Mandate)));
            }
        }, iter: 150);

    // Said here once more, apart from the causality of the code: by the heads that the author gave.
    [Fact]
    public void Whoever_had_seen_a_rule_and_no_end_of_it_approves_only_as_it_names() =>
        RandomTalk.Any.Sample(said =>
        {
            var talk = Talk.Caucus(Side.A).After(OfOneSide(said));
            var rules = talk.Of(MatterKind.Rule).Where(rule => rule.Stage == Stage.Stated).ToArray();
            foreach (var matter in talk.Of(MatterKind.Approval))
            {
                var room = ((TalkAct.ApprovalAsked)matter.Steps[0].Act).Room;
                Assert.All(matter.Of<TalkAct.ApprovalGiven>(), given => Assert.All(
                    rules.Select(rule => (Entry: rule.Opening, Act: (TalkAct.RuleSet)rule.Steps[0].Act))
                        .Where(rule => rule.Act.Room == room && HasSeen(given.Entry, rule.Entry)),
                    rule => Assert.True(rule.Act.Mandates.HasFlag(given.Entry.Author.Mandate))));
            }
        }, iter: 150);

    private static bool HasSeen(TranscriptEntry later, TranscriptEntry earlier) => later.Author.Id == earlier.Author.Id
        ? later.Number > earlier.Number
        : later.Seen.Any(head => head.Author == earlier.Author.Id && head.Number >= earlier.Number);

    // Else half of those who could approve would be of the other side.
    private static IEnumerable<TranscriptEntry> OfOneSide(IEnumerable<TranscriptEntry> said) =>
        said.Select(entry => entry with { Author = entry.Author with { Side = Side.A } });
}
