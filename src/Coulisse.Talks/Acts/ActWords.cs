using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Acts;

/// <summary>
/// English words to stand beside an act, for whoever cannot read it. They say which act it is before anything else, and
/// then what its author wrote.
/// </summary>
public static class ActWords
{
    /// <summary>The words.</summary>
    public static ImmutableArray<Wording> Of(TalkAct act) =>
        [new("en", Words(act) ?? Ledgers(act) ?? Caucus(act) ?? Open(act) ?? throw new UnreachableException())];

    /// <summary>The same, and below it whatever its author wrote in other languages, each with its tag: for whoever is
    /// asked to agree to all of it.</summary>
    public static string Whole(TalkAct act)
    {
        var words = Of(act)[0].Text;
        return string.Join('\n', ActWordings.Of(act).Where(text => text.Length > 1).SelectMany(text => text)
            .Where(one => !words.Contains(one.Text, StringComparison.Ordinal))
            .Select(one => $"({one.Language}) {one.Text}").Prepend(words));
    }

    private static string? Words(TalkAct act) => act switch
    {
        TalkAct.ItemsSaid said => string.Join('\n', said.Items.Select((item, place) => $"{place + 1}. {Said(item)}")),
        TalkAct.QueryAsked asked => $"A question about the words “{asked.Quoted}”: {Said(asked.Question)}",
        TalkAct.QueryAnswered answered => $"An answer to a question about words: {Said(answered.Answer)}",
        TalkAct.QueryClosed => "The question about words is closed: the answer was understood.",
        TalkAct.QueryTakenBack => "The question about words is taken back.",
        TalkAct.ReadBackSaid said => $"What we understood; please confirm or correct by {At(said.AnswerBy)}:\n"
            + string.Join('\n', said.Items.Select(item => item.Item == 0 ? Said(item.Words)
                : $"{item.Item}. {Said(item.Words)}")),
        TalkAct.ReadBackConfirmed => "It was meant as you understood it.",
        TalkAct.ReadBackCorrected corrected => $"It was not meant so. What was meant: {Said(corrected.Meant)}",
        TalkAct.ReadBackTakenBack => "What we said that we understood is taken back.",
        TalkAct.TermRaised raised => $"A word that may be misread: {Each(raised.Terms)}",
        TalkAct.TermDefined defined => $"Proposed for {Each(defined.Terms)}: {Each(defined.Definitions)}",
        TalkAct.TermAgreed => "The proposed meaning of the term is agreed.",
        TalkAct.TermHasNoEquivalent none =>
            $"The term has no equivalent in '{none.Language}'. {Said(none.Remark)}".Trim(),
        TalkAct.TermWithdrawn => "The proposed meaning of the term is withdrawn.",
        _ => null,
    };

    private static string? Ledgers(TalkAct act) => act switch
    {
        TalkAct.RedLineStated stated => $"A red line. {Line(stated.Text)}",
        TalkAct.RedLineQuestioned asked => $"A question about the red line: {Said(asked.Question)}",
        TalkAct.RedLineClarified clear => $"The red line in clearer words. {Line(clear.Text)}",
        TalkAct.RedLineUnderstood => "The red line is understood. That is not agreement.",
        TalkAct.RedLineContested contested => $"The red line is contested: {Said(contested.Reason)}",
        TalkAct.RedLineWithdrawn withdrawn => $"The red line is withdrawn. {Said(withdrawn.Reason)}".Trim(),
        TalkAct.CommitmentMade made => $"A promise: {Said(made.What)} By: {made.ByWhom}. Due: {At(made.Due.Instant)}, "
            + $"which is {Clock(made.Due)} in {made.Due.Zone}.",
        TalkAct.CommitmentAcknowledged => "The promise is acknowledged.",
        TalkAct.CommitmentWithdrawn withdrawn => $"The promise is withdrawn. {Said(withdrawn.Reason)}".Trim(),
        TalkAct.CommitmentReleased => "We no longer ask for what was promised.",
        TalkAct.CommitmentJudged judged =>
            $"As we see it the promise is {judged.Verdict.ToString().ToLowerInvariant()}. {Said(judged.Remark)}".Trim(),
        TalkAct.RhythmProposed proposed => string.Create(CultureInfo.InvariantCulture,
            $"Proposed: situation reports every {proposed.EveryMinutes} minutes, first at {At(proposed.FirstDue)}."),
        TalkAct.RhythmAgreed => "The times of situation reports are agreed.",
        TalkAct.RhythmWithdrawn => "The proposed times of situation reports are withdrawn.",
        TalkAct.RhythmEnded ended => $"Situation reports end: none is due from {At(ended.From)} on.",
        TalkAct.SituationReported report => string.Create(CultureInfo.InvariantCulture,
            $"Situation report {report.Period}: {report.Level.ToString().ToLowerInvariant()}. ")
            + $"{Said(report.Changes)} {Said(report.Expected)} {Said(report.Wishes)}".Trim(),
        _ => null,
    };

    private static string? Caucus(TalkAct act) => act switch
    {
        TalkAct.CounterpartNamed named => $"We name a counterpart: of ours the desk {Digits(named.Ours)}, "
            + $"facing of yours the desk {Digits(named.Theirs)}.",
        TalkAct.CounterpartEnded => "A counterpart is named no longer.",
        TalkAct.RemarkMade remark => remark.Text,
        TalkAct.RemarkVoted voted => voted.Value switch { > 0 => "+1", < 0 => "−1", _ => "0" },
        TalkAct.DissentRecorded dissent => $"Dissent: {dissent.Text}",
        TalkAct.ApprovalAsked asked =>
            $"May this go to the other side, into room {Hex(asked.Room)}? {Said(asked.Draft)}",
        TalkAct.ApprovalGiven => "The draft may go to the other side.",
        TalkAct.ApprovalRefused refused => $"The draft may not go to the other side: {refused.Reason}",
        TalkAct.ApprovalTakenBack => "It is no longer asked whether the draft may go to the other side.",
        TalkAct.ApprovalUsed => "The approved words have been said to the other side.",
        TalkAct.RuleSet set =>
            $"What we say in room {Hex(set.Room)} needs approval here, by {MandateNames.Of(set.Mandates, " or ")}.",
        TalkAct.RuleLifted => "What we say in that room needs no approval here any more.",
        _ => null,
    };

    private static string? Open(TalkAct act) => act switch
    {
        TalkAct.SignalAsked asked => $"Would you say in the open, until {At(asked.Until)}: {Said(asked.What)}",
        TalkAct.SignalAccepted => "The wording of the signal is accepted.",
        TalkAct.SignalRefused refused => $"We would not give the signal. {Said(refused.Reason)}".Trim(),
        TalkAct.SignalCountered countered => $"We would rather have it said in the open so: {Said(countered.What)}",
        TalkAct.SignalReleased released => $"The signal was given: {released.Place}",
        TalkAct.SignalTakenBack => "The signal is no longer asked for.",
        TalkAct.ReleaseOffered offered =>
            $"Proposed: both sides publish on {Said(offered.Subject)} at {At(offered.Minute)}. Our text is bound.",
        TalkAct.ReleaseJoined => "We publish in that minute too, and are bound to our text.",
        TalkAct.ReleaseCalledOff off => $"Nothing is published together. {Said(off.Reason)}".Trim(),
        TalkAct.RecordProposed proposed => string.Create(CultureInfo.InvariantCulture,
            $"For the record, and signed: {Said(proposed.Subject)} ({proposed.Messages.Count()} messages")
            + $"{(proposed.Minutes.Length > 0 ? " and minutes" : "")}). Not on record before it is countersigned.",
        TalkAct.RecordCountersigned => "Countersigned: it is on record.",
        TalkAct.RecordDeclined declined => $"It is not to be on record. {Said(declined.Reason)}".Trim(),
        TalkAct.LineCharterProposed proposed => string.Create(CultureInfo.InvariantCulture,
            $"Proposed as the terms of the line, number {proposed.Number}, and signed:\n")
            + string.Join('\n', Enum.GetValues<CharterField>().Select(field =>
                $"{CharterWords.Name(field)}: {CharterWords.Of(proposed.Terms, field)}")),
        TalkAct.LineCharterAgreed => "Agreed and signed: these are the terms of the line.",
        TalkAct.LineCharterDeclined declined =>
            $"These are not to be the terms of the line. {Said(declined.Reason)}".Trim(),
        TalkAct.ReleaseRevealed revealed => $"Published at {At(revealed.PublishedAt)}: {revealed.Text}",
        _ => null,
    };

    private static string Line(RedLineText text) =>
        $"Act: {Said(text.Act)} Threshold: {Said(text.Threshold)} Consequence "
        + $"({text.Certainty.ToString().ToLowerInvariant()}): {Said(text.Consequence)} Scope: {Said(text.Scope)}";

    // English where there is some, else the first language that the author wrote.
    private static string Said(ImmutableArray<Wording> words) => words.IsDefaultOrEmpty ? ""
        : (words.FirstOrDefault(one => LanguageTag.AreSame(one.Language, "en")) ?? words[0]).Text;

    private static string Each(ImmutableArray<Wording> words) =>
        string.Join("; ", words.Select(one => $"{one.Text} ({one.Language})"));

    private static string Digits(DelegateId desk) => Convert.ToHexStringLower(desk.ToBytes())[..8];

    private static string Hex(Octets room) => Convert.ToHexStringLower(room.Span);

    private static string At(Instant at) => at.ToString("uuuu-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Clock(AgreedMoment at) =>
        at.Local.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
