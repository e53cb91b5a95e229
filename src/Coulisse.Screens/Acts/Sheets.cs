using static Coulisse.Screens.Acts.FieldForm;

namespace Coulisse.Screens.Acts;

/// <summary>What is filled in for each act of the talk, in the order in which a person thinks of it.</summary>
internal static class Sheets
{
    private const int Short = 120;
    private const int Report = 280;

    private static readonly SheetField[] Limit =
    [
        new("act", Named), new("threshold", Named), new("consequence", Named),
        new("certainty", Choice, Choices: ["Certain", "Likely", "Reserved"]), new("scope", Named),
    ];

    private static readonly SheetField[] Why = [new("reason", FieldForm.Words, IsOptional: true)];
    private static readonly SheetField[] Remark = [new("remark", FieldForm.Words, IsOptional: true)];

    private static readonly Dictionary<string, SheetField[]> Fields = new()
    {
        ["ItemsSaid"] = [new("item", Items)],
        ["QueryAsked"] = [new("quoted", Quote, 500), new("question", FieldForm.Words)],
        ["QueryAnswered"] = [new("answer", FieldForm.Words)],
        ["ReadBackSaid"] = [new("understood", Items), new("answer-by", Within)],
        ["ReadBackCorrected"] = [new("meant", FieldForm.Words)],
        ["TermRaised"] = [new("terms", FieldForm.Languages, Short)],
        ["TermDefined"] = [new("definitions", Meanings)],
        ["TermHasNoEquivalent"] = [new("language", Tongue), new("instead", FieldForm.Words, IsOptional: true)],
        ["RedLineStated"] = Limit,
        ["RedLineClarified"] = Limit,
        ["RedLineQuestioned"] = [new("question", FieldForm.Words)],
        ["RedLineContested"] = [new("reason", FieldForm.Words)],
        ["RedLineWithdrawn"] = Why,
        ["CommitmentMade"] = [new("what", Named), new("by", Named, Short), new("due", Moment)],
        ["CommitmentWithdrawn"] = Why,
        ["Kept"] = Remark,
        ["Broken"] = Remark,
        ["Contested"] = Remark,
        ["RhythmProposed"] = [new("first", Moment), new("every", Span), new("grace", Span)],
        ["RhythmEnded"] = [new("from", Moment, IsOptional: true)],
        ["SituationReported"] =
        [
            new("level", Choice, Choices: ["Calm", "Tense", "Incident", "Grave"]),
            new("changes", Named, Report, IsOptional: true), new("expected", Named, Report, IsOptional: true),
            new("wishes", Named, Report, IsOptional: true),
        ],
        ["CounterpartNamed"] = [new("ours", Person), new("theirs", Person)],
        ["SignalAsked"] = [new("until", Moment), new("open", FieldForm.Languages)],
        ["SignalCountered"] = [new("open", FieldForm.Languages)],
        ["SignalRefused"] = Why,
        ["SignalReleased"] = [new("place", Line, Short)],
        ["ReleaseOffered"] = [new("subject", Named), new("minute", Moment), new("text", Body, 8_000)],
        ["ReleaseJoined"] = [new("text", FieldForm.Words, 8_000)],
        ["ReleaseCalledOff"] = Why,
        ["RemarkMade"] = [new("remark", FieldForm.Words)],
        ["RemarkVoted"] = [new("vote", Vote, Choices: ["+1", "0", "-1"])],
        ["DissentRecorded"] = [new("dissent", FieldForm.Words)],
        ["ApprovalAsked"] = [new("draft", FieldForm.Words, 8_000), new("room", FieldForm.Room, IsOptional: true),
            new("of", Mandates)],
        ["ApprovalRefused"] = [new("reason", FieldForm.Words)],
        ["RuleSet"] = [new("room", FieldForm.Room), new("of", Mandates)],
        ["RecordDeclined"] = Why,
        ["LineCharterDeclined"] = Why,
    };

    /// <summary>The fields of an act; none where it says all by itself.</summary>
    internal static IReadOnlyList<SheetField> Of(string kind) => Fields.GetValueOrDefault(kind, []);

    /// <summary>Whether its words are of a language that is told with them; among our own only a draft's are.</summary>
    internal static bool HasLanguage(string kind) => kind is not ("RemarkMade" or "RemarkVoted" or "DissentRecorded"
        or "ApprovalRefused" or "RuleSet");

    /// <summary>Whether an act is asked of the version that the matter has, and not of the matter.</summary>
    internal static bool IsOfVersion(string kind) => kind is "TermAgreed" or "TermWithdrawn" or "RedLineQuestioned"
        or "RedLineUnderstood" or "RedLineContested" or "SignalAccepted";
}
