using System.CommandLine;
using static Coulisse.Desk.Verbs.TalkActVerb;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse red-line</c>: what must not be crossed.</summary>
internal static class RedLineVerb
{
    private const string Lines = "Five lines: 'act:', 'threshold:', 'consequence:', 'scope:' and 'certainty:', which "
        + "is certain, likely or reserved.\n";

    internal static Command Build() => new("red-line",
        "State a limit that must not be crossed, ask about one, say that it is understood; which is not agreed.")
    {
        TalkActVerb.Build("state", "RedLineStated", "State a limit. " + Lines
            + "Example: coulisse red-line state 3f < line.txt", Says.Words),
        TalkActVerb.Build("question", "RedLineQuestioned", "Ask what would cross it.\n"
            + "Example: coulisse red-line question 3f --to 30 < question.txt", Says.Words),
        TalkActVerb.Build("clarify", "RedLineClarified", "Say it in clearer words: another version. " + Lines
            + "Example: coulisse red-line clarify 3f --to 30 < line.txt", Says.Words),
        TalkActVerb.Build("understood", "RedLineUnderstood", "Say that the version of that message is understood.\n"
            + "Example: coulisse red-line understood 3f --to 32", Says.Nothing),
        TalkActVerb.Build("contest", "RedLineContested", "Say that it is not accepted, and why.\n"
            + "Example: coulisse red-line contest 3f --to 32 < why.txt", Says.Words),
        TalkActVerb.Build("withdraw", "RedLineWithdrawn", "Say that it holds no longer; from a file, why.\n"
            + "Example: coulisse red-line withdraw 3f --to 30", Says.Perhaps),
    };
}
