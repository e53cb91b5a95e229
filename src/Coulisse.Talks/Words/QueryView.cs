using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Words;

/// <summary>A question about words in a message of the other side. It changes no state of the line.</summary>
/// <param name="Id">The message that asks.</param>
/// <param name="Asker">Who asks.</param>
/// <param name="About">The message that is asked about.</param>
/// <param name="Language">In which of its languages.</param>
/// <param name="Range">Where the words stand.</param>
/// <param name="Quoted">The words.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Answers">What was answered, in order.</param>
/// <param name="Stage">Asked, Answered, Closed or TakenBack.</param>
public sealed record QueryView(MessageId Id, Person Asker, MessageId About, string Language, TextRange Range,
    string Quoted, ImmutableArray<Wording> Question, ImmutableArray<Worded> Answers, Stage Stage)
{
    internal static QueryView Of(Matter matter)
    {
        var (entry, asked) = matter.Of<TalkAct.QueryAsked>().Single();
        return new(matter.Id, entry.Author, asked.About, asked.Language, asked.Range, asked.Quoted, asked.Question,
            [.. matter.Of<TalkAct.QueryAnswered>().Select(one => Worded.Of(one.Entry, one.Act.Answer))], matter.Stage);
    }
}
