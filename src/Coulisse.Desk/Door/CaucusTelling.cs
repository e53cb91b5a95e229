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

    private readonly Dictionary<MessageId, SubjectAnswer?> found = [];

    /// <summary>The remarks in their places, and who dissents.</summary>
    internal TalkAnswer Add(TalkAnswer answer, Talk talk, Func<MessageId, ulong> orderOf) => answer with
    {
        Remarks = [.. talk.Remarks.Select(one => new RemarkAnswer(orderOf(one.Id), one.Number, Words(one.Subject),
            Person(one.By), one.Text, one.Sum,
            [.. one.Votes.Select(vote => new VoteAnswer(Person(vote.By), vote.Value))], On(one.Subject)))],
        Dissents = [.. talk.Dissents.Select(one => new DissentAnswer(orderOf(one.Id), Person(one.By),
            one.Subject is { } subject ? Words(subject) : "holding the contact at all", one.Text,
            one.Subject is { } from ? On(from) : null, one.Subject is null))],
    };

    private PersonAnswer Person(Person who) => telling.PersonOf(Crypto.Codec.Opaque.Owning(who.Id.ToBytes()));

    private string Words(MessageId id) => On(id) is { } on
        ? $"message {on.Order}{(on.Room == here.ToString() ? "" : $" of room {on.Room[..8]}")}, “{on.Words}”"
        : "a message that this desk does not have";

    private SubjectAnswer? On(MessageId id)
    {
        if (!found.TryGetValue(id, out var known))
            found[id] = known = Find(id);
        return known;
    }

    private SubjectAnswer? Find(MessageId id)
    {
        foreach (var (core, room) in both.All.SelectMany(core => core.Rooms.Select(room => (core, room))))
        {
            if (core.PlaceOf(room, id) is { } place)
                return new(room.ToString(), place.Order, telling.PersonOf(place.Desk),
                    Short(core.MessageOf(room, place.Order)!));
        }
        return null;
    }

    private static string Short(Heard heard) => heard.Text.ReplaceLineEndings(" ") is var text
        && text.Length <= WordsShown ? text : $"{text[..WordsShown]}…";
}
