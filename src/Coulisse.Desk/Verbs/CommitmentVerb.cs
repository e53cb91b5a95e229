using System.CommandLine;
using static Coulisse.Desk.Verbs.TalkActVerb;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse commitment</c>: what was promised.</summary>
internal static class CommitmentVerb
{
    internal static Command Build() => new("commitment",
        "Promise something with a date; acknowledge it; say what became of it, each side for itself.")
    {
        TalkActVerb.Build("make", "CommitmentMade", "Promise something. Three lines: 'what:', 'by:' (an office) and "
            + "'due:', the clock there and its zone.\nExample: printf 'what: The two fishermen go home.\\nby: minister "
            + "of the interior\\ndue: 2031-05-09 18:00 Europe/Zurich' | coulisse commitment make 3f", Says.Words),
        TalkActVerb.Build("acknowledge", "CommitmentAcknowledged", "Say that you have heard their promise.\n"
            + "Example: coulisse commitment acknowledge 3f --to 40", Says.Nothing),
        TalkActVerb.Build("withdraw", "CommitmentWithdrawn", "Take back a promise that is not acknowledged; from a "
            + "file, why.\n"
            + "Example: coulisse commitment withdraw 3f --to 40", Says.Perhaps),
        TalkActVerb.Build("release", "CommitmentReleased", "Ask no longer for what they promised.\n"
            + "Example: coulisse commitment release 3f --to 40", Says.Nothing),
        TalkActVerb.Build("kept", "Kept", "Say that it was kept, as you see it; from a file, more.\n"
            + "Example: coulisse commitment kept 3f --to 40", Says.Perhaps),
        TalkActVerb.Build("broken", "Broken", "Say that it was broken, as you see it; from a file, how.\n"
            + "Example: coulisse commitment broken 3f --to 40", Says.Perhaps),
        TalkActVerb.Build("contest", "Contested", "Say that it was never promised so; from a file, what was.\n"
            + "Example: coulisse commitment contest 3f --to 40", Says.Perhaps),
    };
}
