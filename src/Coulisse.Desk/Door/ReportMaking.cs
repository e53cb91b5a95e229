using System.Collections.Immutable;
using System.Globalization;
using Coulisse.Talks;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Ledgers;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Desk.Door;

/// <summary>Situation reports and their rhythm, of what a person typed.</summary>
internal static class ReportMaking
{
    private static readonly string[] Names = ["period", "level", "changes", "expected", "wishes"];

    /// <exception cref="FormatException">Something is missing; in words for people, as all here.</exception>
    internal static TalkAct.RhythmProposed Rhythm(TalkQuestion asked)
    {
        var fields = TalkFields.ByName(asked.Text);
        return new(TalkFields.Moment(TalkFields.Only(fields, "first"), "first").Instant,
            Minutes(TalkFields.Only(fields, "every")), Minutes(TalkFields.Only(fields, "grace")));
    }

    internal static TalkAct.RhythmEnded End(MessageId matter, TalkQuestion asked, Instant now) => new(matter,
        asked.Text.Length == 0 ? now
            : TalkFields.Moment(TalkFields.Only(TalkFields.ByName(asked.Text), "from"), "from").Instant);

    internal static TalkAct.SituationReported Report(
        Talk talk, Side side, MessageId? matter, TalkQuestion asked, Instant now)
    {
        var fields = TalkFields.ByName(asked.Text);
        if (fields.FirstOrDefault(field => !Names.Contains(field.Key))?.Key is { } unknown)
            throw new FormatException($"A situation report has no '{unknown}:'. Its lines begin with 'level:', "
                + "'changes:', 'expected:' and 'wishes:', and perhaps 'period:'.");
        var rhythm = RhythmOf(talk, matter);
        return new(rhythm.Id, Period(fields, rhythm, side, now), Level(TalkFields.Only(fields, "level")),
            Perhaps("changes"), Perhaps("expected"), Perhaps("wishes"));

        ImmutableArray<Wording> Perhaps(string name) => fields.Contains(name)
            ? [new(asked.Language, TalkFields.Only(fields, name))] : [];
    }

    private static RhythmView RhythmOf(Talk talk, MessageId? matter)
    {
        var agreed = talk.Rhythms.Where(one => matter is null ? one.Stage == Stage.Agreed : one.Id == matter).ToArray();
        return agreed is [var only] ? only : throw new FormatException(agreed.Length == 0
            ? "No rhythm of situation reports is agreed here. Propose one: coulisse situation propose"
            : "Several rhythms are agreed here. Name one by its message: --to NUMBER. See: coulisse talk-state");
    }

    private static uint Period(ILookup<string, string> fields, RhythmView rhythm, Side side, Instant now) =>
        !fields.Contains("period") ? rhythm.PeriodFor(side, now)
            : uint.TryParse(TalkFields.Only(fields, "period"), NumberStyles.None, CultureInfo.InvariantCulture,
                out var period) ? period
            : throw new FormatException("A period is named by its number, the first being 0: as 'period: 3'.");

    private static SituationLevel Level(string typed) =>
        Enum.TryParse<SituationLevel>(typed, ignoreCase: true, out var level) && Enum.IsDefined(level) ? level
            : throw new FormatException("How things stand: 'level:' and calm, tense, incident or grave.");

    // "6 hours", "30 minutes", "1 day".
    private static uint Minutes(string typed)
    {
        var parts = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts is [var number, var unit] && ushort.TryParse(number, NumberStyles.None,
            CultureInfo.InvariantCulture, out var count) && MinutesOf(unit.TrimEnd('s')) is { } each)
            return count * each;
        throw new FormatException("How long is written as a number and a unit: as '6 hours', '30 minutes' or '1 day'.");
    }

    private static uint? MinutesOf(string unit) => unit switch
    {
        "minute" => 1,
        "hour" => 60,
        "day" => 24 * 60,
        _ => null,
    };
}
