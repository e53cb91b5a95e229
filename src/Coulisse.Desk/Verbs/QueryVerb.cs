using System.CommandLine;
using static Coulisse.Desk.Verbs.TalkActVerb;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse query</c>: what did you mean by these words?</summary>
internal static class QueryVerb
{
    internal static Command Build() => new("query",
        "Ask the other side what they meant by words of theirs. It changes no state of the line.")
    {
        TalkActVerb.Build("ask", "QueryAsked", "Ask about words in a message: the words on the first line, as they "
            + "stand there, the question below.\nExample: printf 'grave matter\\nWhat sort of beast is that?' | "
            + "coulisse query ask 3f --to 12", Says.Words),
        TalkActVerb.Build("answer", "QueryAnswered", "Say what was meant.\n"
            + "Example: coulisse query answer 3f --to 13 < answer.txt", Says.Words),
        TalkActVerb.Build("close", "QueryClosed", "Say that the answer was understood.\n"
            + "Example: coulisse query close 3f --to 13", Says.Nothing),
        TalkActVerb.Build("take-back", "QueryTakenBack", "Ask no more.\n"
            + "Example: coulisse query take-back 3f --to 13", Says.Nothing),
    };
}
