using System.CommandLine;
using static Coulisse.Desk.Verbs.TalkActVerb;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse situation</c>: how things stand, at times that both agree on.</summary>
internal static class SituationVerb
{
    internal static Command Build() => new("situation",
        "Agree on situation reports at certain times; report. What does not come is shown to both as missing, by: "
        + "coulisse talk-state")
    {
        TalkActVerb.Build("propose", "RhythmProposed", "Propose the times. Three lines: 'first:', the clock there and "
            + "its zone; 'every:', as '6 hours'; 'grace:', how long after its time a report is not yet missing.\n"
            + "Example: printf 'first: 2031-05-05 12:00 UTC\\nevery: 6 hours\\ngrace: 30 minutes' | "
            + "coulisse situation propose 3f", Says.Words),
        TalkActVerb.Build("agree", "RhythmAgreed", "Agree to the times: reports of both sides are due from then on.\n"
            + "Example: coulisse situation agree 3f --to 50", Says.Nothing),
        TalkActVerb.Build("withdraw", "RhythmWithdrawn", "Take back times that are not agreed.\n"
            + "Example: coulisse situation withdraw 3f --to 50", Says.Nothing),
        TalkActVerb.Build("report", "SituationReported", "Report, in few words. Lines: 'level:', which is calm, tense, "
            + "incident or grave; then what there is of 'changes:', 'expected:' (what they will see, and is harmless) "
            + "and 'wishes:', at most 280 characters each. It is for the nearest time without a report; another is "
            + "named by 'period:' and its number, the first being 0.\n"
            + "Example: printf 'level: calm\\nexpected: Two boats leave for repairs.' | coulisse situation report 3f",
            Says.Words),
        TalkActVerb.Build("end", "RhythmEnded", "Say that no more reports are due: from now on, or from 'from:' and a "
            + "clock and zone in a file.\nExample: coulisse situation end 3f --to 50", Says.Perhaps),
    };
}
