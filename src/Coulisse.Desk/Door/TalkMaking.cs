using System.Collections.Immutable;
using System.Globalization;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Rooms;
using NodaTime;

namespace Coulisse.Desk.Door;

/// <summary>Makes an act of what a person typed: which kind, to which message of this room, in which words.</summary>
internal static class TalkMaking
{
    private const string Undetermined = "und"; // RFC 5646: of no language that is known

    /// <summary>The act; or a sentence that says what is missing.</summary>
    internal static (TalkAct? Act, string? Why) Make(
        DeskCores both, RoomId room, TalkQuestion asked, ActMaker by)
    {
        var core = both.Of(room);
        Meant? to = null, elsewhere = null;
        if (asked is { To: { } there, In: { } other } && RoomId.FromHex(other) is { } otherRoom
            && (elsewhere = Meant.Find(both.Of(otherRoom), otherRoom, there)) is null)
            return (null, "That room has no message of that number. See: coulisse read");
        if (asked is { To: { } number, In: null } && (to = Meant.Find(core, room, number)) is null)
            return (null, "This room has no message of that number. See: coulisse read");
        try
        {
            return (CaucusMaking.Make(both, room, asked, to, elsewhere) ?? Words(asked, to, by.Now)
                ?? Ledgers(asked, to)
                ?? Situation(core, room, asked, to, by)
                ?? Counterparts(asked, to, by) ?? OpenMaking.Signal(asked, to)
                ?? Record(asked, to) ?? OpenMaking.Release(core.TalkOf(room), core.BoundTexts, asked, to, by)
                ?? throw new FormatException("That kind of act cannot be done from here."), null);
        }
        catch (FormatException wrong)
        {
            return (null, wrong.Message);
        }
    }

    private static TalkAct? Words(TalkQuestion asked, Meant? to, Instant now) => asked.Kind switch
    {
        nameof(ActKind.QueryAsked) => Query(asked, Of(to)),
        nameof(ActKind.QueryAnswered) => new TalkAct.QueryAnswered(Of(to).Matter, In(asked)),
        nameof(ActKind.QueryClosed) => new TalkAct.QueryClosed(Of(to).Matter),
        nameof(ActKind.QueryTakenBack) => new TalkAct.QueryTakenBack(Of(to).Matter),
        nameof(ActKind.ReadBackSaid) => ReadBack(asked, Of(to), now),
        nameof(ActKind.ReadBackConfirmed) => new TalkAct.ReadBackConfirmed(Of(to).Matter),
        nameof(ActKind.ReadBackCorrected) => new TalkAct.ReadBackCorrected(Of(to).Matter, In(asked)),
        nameof(ActKind.ReadBackTakenBack) => new TalkAct.ReadBackTakenBack(Of(to).Matter),
        nameof(ActKind.ItemsSaid) => new TalkAct.ItemsSaid([.. Lines(asked.Text)
            .Select(line => (ImmutableArray<Wording>)[new(asked.Language, line)])]),
        nameof(ActKind.TermRaised) => new TalkAct.TermRaised([.. TalkFields.Of(asked.Text)
            .Select(field => new Wording(field.Name, field.Value))]),
        nameof(ActKind.TermDefined) => TalkFields.Term(Of(to).Matter, asked.Text),
        nameof(ActKind.TermAgreed) => new TalkAct.TermAgreed(Of(to).Matter, VersionOf(to)),
        nameof(ActKind.TermWithdrawn) => new TalkAct.TermWithdrawn(Of(to).Matter, VersionOf(to)),
        nameof(ActKind.TermHasNoEquivalent) => new TalkAct.TermHasNoEquivalent(Of(to).Matter, asked.Language,
            Perhaps(asked, asked.TextIn)),
        _ => null,
    };

    private static TalkAct? Ledgers(TalkQuestion asked, Meant? to) => asked.Kind switch
    {
        nameof(ActKind.RedLineStated) => new TalkAct.RedLineStated(TalkFields.RedLine(asked)),
        nameof(ActKind.RedLineQuestioned) => new TalkAct.RedLineQuestioned(Of(to).Matter, VersionOf(to), In(asked)),
        nameof(ActKind.RedLineClarified) => new TalkAct.RedLineClarified(Of(to).Matter, TalkFields.RedLine(asked)),
        nameof(ActKind.RedLineUnderstood) => new TalkAct.RedLineUnderstood(Of(to).Matter, VersionOf(to)),
        nameof(ActKind.RedLineContested) => new TalkAct.RedLineContested(Of(to).Matter, VersionOf(to), In(asked)),
        nameof(ActKind.RedLineWithdrawn) => new TalkAct.RedLineWithdrawn(Of(to).Matter, Perhaps(asked)),
        nameof(ActKind.CommitmentMade) => TalkFields.Commitment(asked),
        nameof(ActKind.CommitmentAcknowledged) => new TalkAct.CommitmentAcknowledged(Of(to).Matter),
        nameof(ActKind.CommitmentWithdrawn) => new TalkAct.CommitmentWithdrawn(Of(to).Matter, Perhaps(asked)),
        nameof(ActKind.CommitmentReleased) => new TalkAct.CommitmentReleased(Of(to).Matter),
        nameof(Verdict.Kept) or nameof(Verdict.Broken) or nameof(Verdict.Contested) =>
            new TalkAct.CommitmentJudged(Of(to).Matter, Enum.Parse<Verdict>(asked.Kind), Perhaps(asked)),
        _ => null,
    };

    private static TalkAct? Record(TalkQuestion asked, Meant? to) => asked.Kind switch
    {
        nameof(ActKind.RecordDeclined) => new TalkAct.RecordDeclined(Of(to).Matter, Perhaps(asked)),
        nameof(ActKind.LineCharterDeclined) => new TalkAct.LineCharterDeclined(Of(to).Matter, Perhaps(asked)),
        _ => null,
    };

    private static TalkAct? Situation(DeskCore core, RoomId room, TalkQuestion asked, Meant? to, ActMaker by) =>
        asked.Kind switch
        {
            nameof(ActKind.RhythmProposed) => ReportMaking.Rhythm(asked),
            nameof(ActKind.RhythmAgreed) => new TalkAct.RhythmAgreed(Of(to).Matter),
            nameof(ActKind.RhythmWithdrawn) => new TalkAct.RhythmWithdrawn(Of(to).Matter),
            nameof(ActKind.RhythmEnded) => ReportMaking.End(Of(to).Matter, asked, by.Now),
            nameof(ActKind.SituationReported) =>
                ReportMaking.Report(core.TalkOf(room), by.Side, to?.Matter, asked, by.Now),
            _ => null,
        };

    private static TalkAct? Counterparts(TalkQuestion asked, Meant? to, ActMaker by)
    {
        if (asked.Kind == nameof(ActKind.CounterpartEnded))
            return new TalkAct.CounterpartEnded(Of(to).Matter);
        if (asked.Kind != nameof(ActKind.CounterpartNamed))
            return null;
        var fields = TalkFields.ByName(asked.Text);
        var (ours, theirs) = (by.Find(TalkFields.Only(fields, "ours")), by.Find(TalkFields.Only(fields, "theirs")));
        return ours.IsOurs && !theirs.IsOurs ? new TalkAct.CounterpartNamed(ours.Id, theirs.Id)
            : throw new FormatException("A counterpart is one of our people facing one of theirs: --ours and "
                + "--theirs, each by words of an office or the first digits of a desk.");
    }

    private static ImmutableArray<Wording> In(TalkQuestion asked) => [new(asked.Language, asked.Text)];

    // Of a term that has no equivalent in a language, the remark is in another one.
    private static ImmutableArray<Wording> Perhaps(TalkQuestion asked, string? language) => asked.Text.Length == 0 ? []
        : [new(language ?? Undetermined, asked.Text)];

    private static ImmutableArray<Wording> Perhaps(TalkQuestion asked) => asked.Text.Length == 0 ? [] : In(asked);

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Meant Of(Meant? to) => Meant.Of(to);

    private static MessageId VersionOf(Meant? to) => Meant.VersionOf(to);

    // The words that are asked about, then the question below.
    private static TalkAct.QueryAsked Query(TalkQuestion asked, Meant to)
    {
        var text = asked.Text.Trim();
        var marked = asked.About ?? new(text.Split('\n', 2)[0].Trim(), 1);
        var question = marked.Words.Length > 0 && text.StartsWith(marked.Words, StringComparison.Ordinal)
            ? text[marked.Words.Length..] : "";
        if (!question.TrimStart(' ', '\t', '\r').StartsWith('\n') || question.Trim().Length == 0)
            throw new FormatException("Write the words you ask about on the first line, and the question below.");
        var before = 0;
        foreach (var words in to.Content.Words)
        {
            foreach (var at in MarkedPlaces.Of(words.Text, marked.Words))
            {
                if (++before != marked.Place)
                    continue;
                var start = Scalars.Count(words.Text[..at]);
                return new(to.Id, words.Language, new(start, start + Scalars.Count(marked.Words)), marked.Words,
                    [new(asked.Language, question.Trim())]);
            }
        }
        throw new FormatException("Those words do not stand in that message. Write them as they stand there.");
    }

    private static TalkAct.ReadBackSaid ReadBack(TalkQuestion asked, Meant to, Instant now) => new(to.Id,
        to.Content.Act is TalkAct.ItemsSaid
            ? [.. Lines(asked.Text).Select((line, place) => new ItemUnderstood((uint)place + 1,
                [new(asked.Language, line)]))]
            : [new(0, In(asked))],
        now + Duration.FromMinutes(Math.Clamp(asked.AnswerMinutes, 1, 100_000)));
}
