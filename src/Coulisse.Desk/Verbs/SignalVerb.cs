using System.CommandLine;
using static Coulisse.Desk.Verbs.TalkActVerb;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse signal</c>: would you say this in the open?</summary>
internal static class SignalVerb
{
    internal static Command Build() => new("signal",
        "Ask the other side to say something in the open: they accept, refuse, or propose other words; once it is "
        + "said, they say where.")
    {
        TalkActVerb.Build("ask", "SignalAsked", "Ask for a signal. The first line is 'until:', the clock there and its "
            + "zone; then the words, a line for each language.\nExample: printf 'until: 2031-05-09 12:00 UTC\\n"
            + "en: The border is open.\\nfr: La frontière est ouverte.' | coulisse signal ask 3f", Says.Words),
        TalkActVerb.Build("accept", "SignalAccepted", "Accept the words that the other side's message brought.\n"
            + "Example: coulisse signal accept 3f --to 60", Says.Nothing),
        TalkActVerb.Build("counter", "SignalCountered", "Propose other words, a line for each language.\n"
            + "Example: echo 'en: Nobody is turned back.' | coulisse signal counter 3f --to 60", Says.Words),
        TalkActVerb.Build("refuse", "SignalRefused", "Say that you would not; from a file, why.\n"
            + "Example: coulisse signal refuse 3f --to 60", Says.Perhaps),
        TalkActVerb.Build("released", "SignalReleased", "Say where it was said in the open.\n"
            + "Example: echo https://page.brenholm.example/s/12 | coulisse signal released 3f --to 60", Says.Words),
        TalkActVerb.Build("take-back", "SignalTakenBack", "Ask for it no longer.\n"
            + "Example: coulisse signal take-back 3f --to 60", Says.Nothing),
        OpenTextVerb.Build("signal", "the words of a signal that was accepted"),
    };
}
