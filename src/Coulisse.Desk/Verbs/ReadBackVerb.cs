using System.CommandLine;
using static Coulisse.Desk.Verbs.TalkActVerb;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse read-back</c>: what was understood, in other words.</summary>
internal static class ReadBackVerb
{
    internal static Command Build() => new("read-back",
        "Say what you understood of a message of theirs, in other words; they confirm or correct it.\n"
        + "Silence is never consent.")
    {
        TalkActVerb.Build("items", "ItemsSaid", "Say something in up to four separate items, one a line, so that each "
            + "can be read back.\nExample: coulisse read-back items 3f < items.txt", Says.Words),
        TalkActVerb.Build("say", "ReadBackSaid", "Say what you understood; of a message of items one line for each.\n"
            + "Example: coulisse read-back say 3f --to 12 --answer-within 30 < understood.txt", Says.Words),
        TalkActVerb.Build("confirm", "ReadBackConfirmed", "It was meant so.\n"
            + "Example: coulisse read-back confirm 3f --to 14", Says.Nothing),
        TalkActVerb.Build("correct", "ReadBackCorrected", "It was meant otherwise: say how.\n"
            + "Example: coulisse read-back correct 3f --to 14 < meant.txt", Says.Words),
        TalkActVerb.Build("take-back", "ReadBackTakenBack", "You would say it otherwise.\n"
            + "Example: coulisse read-back take-back 3f --to 14", Says.Nothing),
    };
}
