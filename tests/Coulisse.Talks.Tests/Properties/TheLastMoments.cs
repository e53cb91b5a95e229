using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Values;
using NodaTime;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Properties;

/// <summary>Times and numbers at their limits are taken and looked at like any others: whoever writes them ends
/// nobody's desk.</summary>
[Trait("Row", "18")]
public sealed class TheLastMoments
{
    private static readonly Instant Last = Instant.FromUnixTimeSeconds(ActLimits.SecondsMax);
    private static readonly Instant First = NodaConstants.UnixEpoch;

    private readonly Scene scene = new();

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)]
    public void Of_situation_reports(uint period)
    {
        foreach (var (first, every) in new[] { (First, 1u), (Last, 1u), (First, 40_320u), (Last, 40_320u) })
        {
            var rhythm = scene.Does(Adviser, new TalkAct.RhythmProposed(first, every, ActLimits.RhythmMinutesMax));
            scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
            scene.Does(Secretary, new TalkAct.SituationReported(rhythm, period, SituationLevel.Calm, En("Quiet."), [],
                []), scene.Heads);
        }
        Assert.Equal(4, scene.Talk.Rhythms.Length);
        foreach (var view in scene.Talk.Rhythms)
            _ = view.Reports.Select(report => (view.IsLate(report), report.Period)).ToList();
        Look();
    }

    [Theory]
    [InlineData(-1_080)]
    [InlineData(1_080)]
    public void Of_promises(int east)
    {
        foreach (var local in new[] { new LocalDateTime(9999, 12, 31, 23, 59, 59), new(1970, 1, 1, 0, 0) })
        {
            var made = new TalkAct.CommitmentMade(En("The boat is back."), "Ministry", new(local, east, "Etc"));
            scene.Does(Adviser, made, scene.Heads);
            Assert.NotEmpty(ActWords.Of(made));
        }
        Look();
        foreach (var one in scene.Talk.Commitments(Morning))
            _ = one.Due.Instant.ToDateTimeOffset();
    }

    [Fact]
    public void Of_a_joint_release()
    {
        var (ours, salt) = (Octets.CopyOf(new byte[ActLimits.HashBytes]), new byte[ActLimits.SaltBytes]);
        foreach (var minute in new[] { First, Last })
        {
            var offer = scene.Does(Adviser, new TalkAct.ReleaseOffered(En("The bridge"), minute, ours), scene.Heads);
            scene.Does(Secretary, new TalkAct.ReleaseJoined(offer, ours), scene.Heads);
            scene.Does(Secretary, new TalkAct.ReleaseRevealed(offer, Octets.CopyOf(salt), "It opens.", Last),
                scene.Heads);
        }
        Look();
        foreach (var now in new[] { First, Morning, Last })
            Assert.Equal(2, scene.Talk.Releases(now).Length);
    }

    private void Look()
    {
        foreach (var now in new[] { First, Morning, Last })
        {
            foreach (var due in scene.Talk.Due(now))
                _ = due.At.ToDateTimeOffset();
            _ = scene.Talk.Missing(now);
            _ = scene.Talk.Rhythms.Select(one => (one.PeriodFor(Side.A, now), one.NextOf(Side.B, now))).ToList();
        }
    }
}
