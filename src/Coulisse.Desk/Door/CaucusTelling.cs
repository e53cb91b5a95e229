using Coulisse.Desk.Rooms;
using Coulisse.Door;
using Coulisse.Talks;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>What remarks, votes and dissent in a caucus come to, for people: what each is about is found among all
/// rooms of this desk.</summary>
internal sealed class CaucusTelling(DeskCores both, Telling telling, RoomId here)
{
    private const int WordsShown = 60;

    private readonly Dictionary<MessageId, string> found = [];

    /// <summary>The remarks in their places, and who dissents.</summary>
    internal TalkAnswer Add(TalkAnswer answer, Talk talk, Func<MessageId, ulong> orderOf) => answer with
    {
        Remarks = [.. talk.Remarks.Select(one => new RemarkAnswer(orderOf(one.Id), one.Number, Subject(one.Subject),
            Person(one.By), one.Text, one.Sum,
            [.. one.Votes.Select(vote => new VoteAnswer(Person(vote.By), vote.Value))]))],
        Dissents = [.. talk.Dissents.Select(one => new DissentAnswer(orderOf(one.Id), Person(one.By),
            one.Subject is { } subject ? Subject(subject) : "holding the contact at all", one.Text))],
    };

    private PersonAnswer Person(Person who) => telling.PersonOf(Crypto.Codec.Opaque.Owning(who.Id.ToBytes()));

    private string Subject(MessageId id)
    {
        if (!found.TryGetValue(id, out var words))
            found[id] = words = Find(id);
        return words;
    }

    private string Find(MessageId id)
    {
        foreach (var (core, room) in both.All.SelectMany(core => core.Rooms.Select(room => (core, room))))
        {
            var (order, heard) = core.TranscriptOf(room, 0, int.MaxValue)
                .FirstOrDefault(one => MessageId.From(one.Heard.Name.Span) == id);
            if (heard is not null)
                return $"message {order}{(room == here ? "" : $" of room {room.ToString()[..8]}")}, "
                    + $"“{Short(heard)}”";
        }
        return "a message that this desk does not have";
    }

    private static string Short(Heard heard) => heard.Text.ReplaceLineEndings(" ") is var text
        && text.Length <= WordsShown ? text : $"{text[..WordsShown]}…";
}
