using Coulisse.Crypto.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// What a desk has kept of a room, checked against itself: every text is the one that its author's chain names, and
/// each chain holds from the first message to the last.
/// </summary>
/// <param name="Messages">How many messages the transcript has.</param>
/// <param name="Erased">Of how many the words are gone, as the terms say under which they were said.</param>
/// <param name="Authors">One after another, each by its own chain.</param>
public sealed record Archive(ulong Messages, ulong Erased, IReadOnlyList<ArchivedAuthor> Authors)
{
    /// <summary>Whether nothing contradicts anything.</summary>
    public bool IsWhole => Authors.All(author => author.Broken.Count + author.ReadOtherwise.Count == 0);

    internal static Archive Of(
        IEnumerable<Heard> transcript, IEnumerable<UnseenLink> unseen, IEnumerable<AuthorHead> heads)
    {
        var kept = transcript.ToList();
        var links = kept.Select(one => (one.Desk, one.Number, Link: LinkOf(one), IsTrue: IsTrue(one)))
            .Concat(unseen.Select(one => (one.Desk, one.Number, one.Link, IsTrue: true))).ToList();
        var ends = heads.ToDictionary(head => head.Desk);
        var named = kept.SelectMany(one => one.Seen).ToLookup(seen => seen.Author);
        return new((ulong)kept.Count, (ulong)kept.Count(one => one.IsErased),
            [.. links.GroupBy(one => one.Desk).Select(author => Check(author.Key,
            [.. author.OrderBy(one => one.Number).Select(one => (one.Number, one.Link, one.IsTrue))],
            ends.GetValueOrDefault(author.Key), named[author.Key]))]);
    }

    private static ArchivedAuthor Check(Opaque desk, List<(ulong Number, MessageLink Link, bool IsTrue)> chain,
        AuthorHead? end, IEnumerable<Seen> named)
    {
        var hashes = named.ToLookup(seen => seen.Number, seen => seen.Hash);
        var otherwise = chain.Where(one => hashes[one.Number].Any(hash => hash != one.Link.Hash));
        var (broken, missing) = (new List<ulong>(), 0UL);
        for (var at = 0; at < chain.Count; at++)
        {
            var (number, link, isTrue) = chain[at];
            var follows = at == 0 || chain[at - 1].Number + 1 != number || chain[at - 1].Link.Hash == link.Previous;
            if (!isTrue || !follows || (end is not null && number == end.Number && link.Hash != end.Hash))
                broken.Add(number);
            missing += at == 0 || BeginsAnew(link) ? 0 : number - chain[at - 1].Number - 1;
        }
        return new(desk, chain[0].Number, chain[^1].Number, missing, broken, [.. otherwise.Select(one => one.Number)]);
    }

    // An author whose desk was put back to an old copy: what the lost state said last, it cannot know.
    private static bool BeginsAnew(MessageLink link) => link.Previous == Opaque.Zeros(RoomMessage.HashBytes);

    private static MessageLink LinkOf(Heard heard) => new(heard.Message.Previous, heard.Hash);

    // Words that are erased cannot be looked at; the chain that they stand in can.
    private static bool IsTrue(Heard heard) => heard.IsErased || heard.Hash == heard.Message.Hash();
}

/// <summary>One author in an archive.</summary>
/// <param name="Desk">Whose.</param>
/// <param name="First">The number of the first message that is here; what is before was not for this desk.</param>
/// <param name="Last">And of the last.</param>
/// <param name="Missing">How many between are not here: on their way, or said while this desk was not in the
/// room.</param>
/// <param name="Broken">The numbers of those that are not what the chain says.</param>
/// <param name="ReadOtherwise">The numbers of those of which somebody has read another than is here, as they say in
/// a message of theirs.</param>
public sealed record ArchivedAuthor(Opaque Desk, ulong First, ulong Last, ulong Missing, IReadOnlyList<ulong> Broken,
    IReadOnlyList<ulong> ReadOtherwise);
