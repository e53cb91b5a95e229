using System.CommandLine;
using static Coulisse.Desk.Verbs.TalkActVerb;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse term</c>: what a word means.</summary>
internal static class TermVerb
{
    internal static Command Build() => new("term",
        "What a word means between the two sides: raised by one, defined, agreed to by the other.")
    {
        TalkActVerb.Build("raise", "TermRaised", "Name a word that may be misread: a line for each language.\n"
            + "Example: printf 'en: escalation\\nfr: escalade' | coulisse term raise 3f", Says.Words),
        TalkActVerb.Build("define", "TermDefined", "Propose what it means: for each language a line, term = meaning.\n"
            + "Example: echo 'en: escalation = a step that the other has to answer' | coulisse term define 3f --to 20",
            Says.Words),
        TalkActVerb.Build("agree", "TermAgreed", "Agree to the definition that the other side's message brought.\n"
            + "Example: coulisse term agree 3f --to 21", Says.Nothing),
        TalkActVerb.Build("no-equivalent", "TermHasNoEquivalent",
            "Say that a language has no word for it; from a file, what is said instead.\n"
            + "Example: coulisse term no-equivalent 3f --to 20 --language ar", Says.Perhaps),
        TalkActVerb.Build("withdraw", "TermWithdrawn", "Take back a definition that your side proposed.\n"
            + "Example: coulisse term withdraw 3f --to 21", Says.Nothing),
    };
}
