using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;
using NodaTime;

namespace Coulisse.Talks.Signals;

/// <summary>Two texts, one of each side, bound to before and published in one agreed minute.</summary>
/// <param name="Id">The message that offered it.</param>
/// <param name="Subject">What the texts are about.</param>
/// <param name="Minute">Its beginning.</param>
/// <param name="Stage">Proposed, Bound, Revealed or CalledOff.</param>
/// <param name="Parts">A's, then B's.</param>
/// <param name="CalledOff">Who called it off, and perhaps why; or null.</param>
public sealed record ReleaseView(MessageId Id, ImmutableArray<Wording> Subject, Instant Minute, Stage Stage,
    ImmutableArray<ReleasePart> Parts, Worded? CalledOff)
{
    private static readonly Duration Minutes = Duration.FromMinutes(1);

    internal static ReleaseView Of(Matter matter, Instant now)
    {
        var (_, offered) = matter.Of<TalkAct.ReleaseOffered>().Single();
        return new(matter.Id, offered.Subject, offered.Minute, matter.Stage,
            [PartOf(matter, offered, Side.A, now), PartOf(matter, offered, Side.B, now)],
            matter.Of<TalkAct.ReleaseCalledOff>().Select(one => Worded.Of(one.Entry, one.Act.Reason)).LastOrDefault());
    }

    private static ReleasePart PartOf(Matter matter, TalkAct.ReleaseOffered offered, Side side, Instant now)
    {
        Octets? commitment = matter.Opener.Side == side ? offered.Commitment
            : matter.Of<TalkAct.ReleaseJoined>().Select(one => (Octets?)one.Act.Commitment).FirstOrDefault();
        var shown = matter.Of<TalkAct.ReleaseRevealed>().Where(one => one.Entry.Author.Side == side)
            .Select(one => one.Act).ToArray();
        var another = shown.FirstOrDefault(one => ReleaseCommitment.Of(one.Salt, one.Text) != commitment);
        var said = another ?? shown.FirstOrDefault();
        var became = commitment is null ? Publication.NotBound
            : another is not null ? Publication.Changed
            : said is not null ? When(said.PublishedAt, offered.Minute)
            : matter.Stage is Stage.Bound or Stage.Revealed && now >= offered.Minute.Later(Minutes)
                ? Publication.Missing
            : Publication.NotYet;
        return new(side, commitment, became, said?.Text ?? "", said?.PublishedAt);
    }

    private static Publication When(Instant published, Instant minute) =>
        published < minute ? Publication.Early
        : published >= minute.Later(Minutes) ? Publication.Late
        : Publication.AsAgreed;
}
