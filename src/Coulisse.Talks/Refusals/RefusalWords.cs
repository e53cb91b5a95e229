using System.Diagnostics;

namespace Coulisse.Talks.Refusals;

/// <summary>What a refusal says to a person, and what to do.</summary>
public static class RefusalWords
{
    /// <summary>In one English sentence or two.</summary>
    public static string Of(Refusal refusal) => refusal switch
    {
        Refusal.ContentTooLong => "The message is longer than 61,440 bytes. Say it in several.",
        Refusal.NotAContent => "The message is not written as messages of a talk are. Ask its author to say it again.",
        Refusal.TooManyParts => "The message has more than 64 parts. Say it in several.",
        Refusal.NotAnAct => "This act is not one that this program knows whole. Go by the words beside it, and ask.",
        Refusal.NoWords => "Words are missing. Write them.",
        Refusal.TooLong => "A text is too long. Shorten it, or say the rest in a message.",
        Refusal.NotPlainText => "A text holds characters that do not show. Type it again without them.",
        Refusal.NotALanguage => "A language is not named by its tag. Write it as in \"en\", \"ru\" or \"zh-Hant\".",
        Refusal.LanguageTwice => "The same language stands there twice. Keep one of the two texts.",
        Refusal.TooManyItems =>
            "There are too many items or languages. Four items go into one message; say the rest in another.",
        Refusal.NumberOutOfRange => "A number or a time is out of range. Look at the limits and write another.",
        Refusal.WrongLength => "A hash or a salt has 32 bytes. Make it again.",
        Refusal.MandateTooNarrow => "Your mandate does not allow this. Ask a delegate of yours whose mandate does.",
        Refusal.NotYoursToSay => "Only the other side can say this. Ask them to.",
        Refusal.OwnWords => "These are your own side's words. Ask your own people, in a caucus.",
        Refusal.NoSuchMatter => "What this belongs to was never opened. Open it, or name another.",
        Refusal.AnotherMatter => "What this belongs to is something else. Name the message that opened it.",
        Refusal.NotNow => "This cannot be said at this stage. Look at where the matter stands.",
        Refusal.Over => "This has ended and does not open again. Begin another.",
        Refusal.Overtaken => "There is a later version. Read it, and speak of that one.",
        Refusal.QuoteDiffers => "The message has other words at that place. Mark them again.",
        Refusal.ItemsDiffer => "Every item of the message has to be read back, each once. Add what is missing.",
        Refusal.CaucusOnly => "The other side reads this room. Say it in a caucus of your own.",
        Refusal.NotInACaucus => "The other side is not in this room. Say it in a room of both sides.",
        Refusal.TooManyActs => "You have spoken to this 64 times. Begin another, or say it in a message.",
        Refusal.TooManyReports => "You have reported on this period 4 times. Say the rest in a message.",
        Refusal.DatedBack => "Reports that were missing stay missing: an end is not dated back. Name no time, and they "
            + "end now, or name a time to come.",
        Refusal.NotSigned => "The signature is not its author's over these words. Have it proposed and signed anew.",
        Refusal.NotByTheTerms => "By the terms of this room another mandate consents here. Ask whom they name.",
        Refusal.OffRecord => "By its terms this was said off record: it is not put on record, and nothing is "
            + "countersigned. Agree on other terms, and say again what is to be on record.",
        Refusal.NotByTheRule => "By a rule of this caucus another mandate approves what is said in that room. Ask "
            + "somebody whom the rule names.",
        _ => throw new UnreachableException(),
    };
}
