using Coulisse.Desk.Vault;
using Coulisse.Talks;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Desk.Door;

/// <summary>What of a talk is for the open, as texts for the page of one's own side.</summary>
internal static class HandingOver
{
    /// <summary>The texts, a language each; or a sentence that says why there is none.</summary>
    internal static (OpenTextAnswer[]? Texts, string? Why) Of(
        Talk talk, BoundTexts texts, MessageId matter, string language, ActMaker by) => talk.Of(matter)?.Kind switch
        {
            MatterKind.Signal => OfSignal(talk.Signals(by.Now).Single(one => one.Id == matter), by),
            MatterKind.Release => OfRelease(talk.Releases(by.Now).Single(one => one.Id == matter), texts, language, by),
            _ => (null, "Only a signal that was accepted, or the text of a joint release, is for the open. See: "
                + "coulisse talk-state"),
        };

    private static (OpenTextAnswer[]?, string?) OfSignal(SignalView signal, ActMaker by) => signal switch
    {
        _ when signal.By.Side == by.Side => (null, "That signal is asked of the other side: it is theirs to give."),
        { Stage: Stage.Accepted or Stage.Revealed, Agreed: { } agreed } => ([.. signal.Wordings
            .Single(one => one.Id == agreed).Words.Select(one => new OpenTextAnswer(one.Language, one.Text))], null),
        _ => (null, "Its words are not agreed: accept them, or propose others. See: coulisse talk-state"),
    };

    // Before the minute too: the page and the seal have to be ready in time, and both are our own.
    private static (OpenTextAnswer[]?, string?) OfRelease(
        ReleaseView release, BoundTexts texts, string language, ActMaker by) =>
        release.Stage == Stage.CalledOff ? (null, "That joint release was called off: nothing is published together.")
        : OpenMaking.Bound(release, texts, by) is var (_, text) ? ([new(language, text)], null)
        : (null, "This desk does not hold the text that our side is bound to. Take it from the desk that does.");
}
