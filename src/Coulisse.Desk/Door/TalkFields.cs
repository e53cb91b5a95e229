using Coulisse.Talks.Acts;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;
using NodaTime.Text;

namespace Coulisse.Desk.Door;

/// <summary>Acts of several fields, typed as lines: a name, a colon, the words.</summary>
internal static class TalkFields
{
    private static readonly LocalDateTimePattern Clock =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <exception cref="FormatException">A line has no colon; in words for people, as all here.</exception>
    internal static IReadOnlyList<(string Name, string Value)> Of(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
            line.Split(':', 2, StringSplitOptions.TrimEntries) is [var name, var value] ? (name, value)
                : throw new FormatException("Each line is a name, a colon and the words: as 'en: escalation'."))];

    /// <summary>The same, by name, whatever its case.</summary>
    internal static ILookup<string, string> ByName(string text) =>
        Of(text).ToLookup(field => field.Name.ToLowerInvariant(), field => field.Value);

    internal static TalkAct.TermDefined Term(MessageId matter, string text)
    {
        var fields = Of(text).Select(field => (field.Name, Parts: field.Value.Split('=', 2,
            StringSplitOptions.TrimEntries))).ToArray();
        return fields.All(field => field.Parts.Length == 2)
            ? new(matter, [.. fields.Select(field => new Wording(field.Name, field.Parts[0]))],
                [.. fields.Select(field => new Wording(field.Name, field.Parts[1]))])
            : throw new FormatException("Each line is a language, the term and its meaning: as 'en: escalation = a "
                + "step that the other has to answer'.");
    }

    internal static RedLineText RedLine(TalkQuestion asked)
    {
        var fields = ByName(asked.Text);
        Wording In(string name) => new(asked.Language, Only(fields, name));
        return new([In("act")], [In("threshold")], [In("consequence")], [In("scope")],
            Enum.TryParse<Certainty>(Only(fields, "certainty"), ignoreCase: true, out var certainty)
                && Enum.IsDefined(certainty) ? certainty
                : throw new FormatException("How certain the consequence is: certain, likely or reserved."));
    }

    internal static TalkAct.CommitmentMade Commitment(TalkQuestion asked)
    {
        var fields = ByName(asked.Text);
        return new([new(asked.Language, Only(fields, "what"))], Only(fields, "by"), Moment(Only(fields, "due"), "due"));
    }

    /// <summary>A moment as people agree on it, "2031-05-09 18:00 Europe/Zurich": the clock there, and where.</summary>
    internal static AgreedMoment Moment(string typed, string name) =>
        typed.LastIndexOf(' ') is > 0 and var space && Clock.Parse(typed[..space].Trim()) is { Success: true } clock
            && DateTimeZoneProviders.Tzdb.GetZoneOrNull(typed[(space + 1)..]) is { } zone
            ? AgreedMoment.In(zone, clock.Value)
            : throw new FormatException("A date is written with the clock and the zone it is meant in: as "
                + $"'{name}: 2031-05-09 18:00 Europe/Zurich'.");

    internal static string Only(ILookup<string, string> fields, string name) =>
        fields[name].ToArray() is [var one] ? one
            : throw new FormatException($"One line has to begin with '{name}:'. See the help for all of them.");
}
