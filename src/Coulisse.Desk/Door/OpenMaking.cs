using System.Collections.Immutable;
using Coulisse.Desk.Vault;
using Coulisse.Talks;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Desk.Door;

/// <summary>Signals and joint releases, of what a person typed.</summary>
internal static class OpenMaking
{
    /// <exception cref="FormatException">Something is missing; in words for people, as all here.</exception>
    internal static TalkAct? Signal(TalkQuestion asked, Meant? to) => asked.Kind switch
    {
        nameof(ActKind.SignalAsked) => Ask(asked.Text),
        nameof(ActKind.SignalAccepted) => new TalkAct.SignalAccepted(Meant.Of(to).Matter, Meant.VersionOf(to)),
        nameof(ActKind.SignalRefused) => new TalkAct.SignalRefused(Meant.Of(to).Matter, Reason(asked)),
        nameof(ActKind.SignalCountered) =>
            new TalkAct.SignalCountered(Meant.Of(to).Matter, Languages(TalkFields.Of(asked.Text))),
        nameof(ActKind.SignalReleased) => new TalkAct.SignalReleased(Meant.Of(to).Matter, asked.Text),
        nameof(ActKind.SignalTakenBack) => new TalkAct.SignalTakenBack(Meant.Of(to).Matter),
        _ => null,
    };

    /// <exception cref="FormatException">As for the other.</exception>
    internal static TalkAct? Release(Talk talk, BoundTexts texts, TalkQuestion asked, Meant? to, ActMaker by) =>
        asked.Kind switch
        {
            nameof(ActKind.ReleaseOffered) => Offer(asked.Text.ReplaceLineEndings("\n"), asked.Language, by),
            nameof(ActKind.ReleaseJoined) => new TalkAct.ReleaseJoined(Meant.Of(to).Matter,
                by.Bind(asked.Text.ReplaceLineEndings("\n"))),
            nameof(ActKind.ReleaseCalledOff) => new TalkAct.ReleaseCalledOff(Meant.Of(to).Matter, Reason(asked)),
            nameof(ActKind.ReleaseRevealed) => Reveal(talk, texts, Meant.Of(to).Matter, by),
            _ => null,
        };

    /// <summary>What our side is bound to by a joint release, shown or not; null if this desk does not hold
    /// it.</summary>
    internal static (Octets Salt, string Text)? Bound(ReleaseView release, BoundTexts texts, ActMaker by) =>
        release.Parts.Single(part => part.Side == by.Side).Commitment is { } commitment ? texts.Find(commitment) : null;

    private static TalkAct.SignalAsked Ask(string text)
    {
        var fields = TalkFields.Of(text).ToArray();
        return fields is [("until", var until), .. var words]
            ? new(Languages(words), TalkFields.Moment(until, "until").Instant)
            : throw new FormatException("The first line says until when it would help, 'until: 2031-05-09 12:00 UTC'; "
                + "then the words, a line for each language: as 'en: The border is open.'");
    }

    private static ImmutableArray<Wording> Languages(IEnumerable<(string Name, string Value)> fields) =>
        [.. fields.Select(field => new Wording(field.Name, field.Value))];

    private static TalkAct.ReleaseOffered Offer(string typed, string language, ActMaker by)
    {
        var parts = typed.Split("\n\n", 2);
        if (parts is not [var head, var text] || text.Trim().Length == 0)
            throw new FormatException("First two lines, 'subject:' and 'minute:'; then an empty line; then the text.");
        var fields = TalkFields.ByName(head);
        var minute = TalkFields.Moment(TalkFields.Only(fields, "minute"), "minute").Instant;
        return minute > by.Now ? new([new(language, TalkFields.Only(fields, "subject"))], minute, by.Bind(text.Trim()))
            : throw new FormatException("That minute has passed. Agree on one that both can keep.");
    }

    private static TalkAct.ReleaseRevealed Reveal(Talk talk, BoundTexts texts, MessageId matter, ActMaker by)
    {
        var release = talk.Releases(by.Now).FirstOrDefault(one => one.Id == matter)
            ?? throw new FormatException("That message offers no joint release. See: coulisse talk-state");
        if (release.Stage == Stage.CalledOff)
            throw new FormatException("It was called off: nothing is published together. Offer another: coulisse "
                + "release offer");
        var (salt, text) = Bound(release, texts, by) ?? throw new FormatException("This desk does not hold the text "
            + "that our side is bound to. Open it at the desk where it was bound.");
        return by.Now >= release.Minute ? new(matter, salt, text, by.Now)
            : throw new FormatException($"The texts are opened at {release.Minute}, and not before.");
    }

    private static ImmutableArray<Wording> Reason(TalkQuestion asked) =>
        asked.Text.Length == 0 ? [] : [new(asked.Language, asked.Text)];
}
