using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// Each message names how far its author has read the others. So a message that was kept from one desk shows as soon
/// as anybody answers it, and two readers of different words find out.
/// </summary>
internal static class Naming
{
    /// <summary>What the next message of this desk names: whoever is further than it has said before.</summary>
    internal static WireList<Seen> Next(RoomRecord record) => WireList.From(record.Authors
        .Where(author => author.Number > author.Told).Take(Seen.Max)
        .Select(author => new Seen(author.Desk, author.Number, author.Hash)));

    /// <summary>The message is written: what it names need not be named again.</summary>
    internal static WireList<AuthorHead> Told(RoomRecord record, WireList<Seen> named) => WireList.From(
        record.Authors.Select(author => named.FirstOrDefault(one => one.Author == author.Desk) is { } seen
            ? author with { Told = seen.Number } : author));

    /// <summary>A message that named others was never sent: all are named again.</summary>
    internal static WireList<AuthorHead> Untold(RoomRecord record) =>
        WireList.From(record.Authors.Select(author => author with { Told = 0 }));

    /// <summary>Whether somebody has read other words than this desk has: of a third, or of its own.</summary>
    internal static bool Contradicts(RoomRecord record, WireList<Seen> named) => named.Any(seen =>
        record.Authors.Append(record.Own).FirstOrDefault(one => one.Desk == seen.Author) is { } head
        && IsAnother(head, seen));

    /// <summary>The heads, each with the furthest that somebody else has read of it.</summary>
    internal static WireList<AuthorHead> Claimed(
        RoomRecord record, Opaque by, WireList<Seen> named, DateTimeOffset now) => WireList.From(record.Authors
            .Select(author => named.FirstOrDefault(one => one.Author == author.Desk) is { } seen
                && seen.Number > Math.Max(author.Number, author.Claim.Number)
                ? author with { Claim = new(by, seen.Number, (ulong)Math.Max(0, now.ToUnixTimeMilliseconds())) }
                : author));

    /// <summary>What others have read and is not here.</summary>
    internal static IEnumerable<AwaitedMessages> Awaited(RoomRecord record) => record.Authors
        .Where(author => author.Claim.Number > author.Number)
        .Select(author => new AwaitedMessages(author.Desk, author.Missing(author.Claim.Number), author.Claim.By,
            RungTime.InstantOf(author.Claim.Since)))
        .Where(awaited => awaited.Count > 0);

    /// <summary>How many messages of others the author of this one had read that are not here.</summary>
    internal static ulong AnswersUnread(RoomRecord record, Heard heard) => heard.Seen.Aggregate(0UL, (sum, seen) =>
        record.Authors.FirstOrDefault(one => one.Desk == seen.Author) is { } author && seen.Number > author.Number
            ? checked(sum + Math.Min(author.Missing(seen.Number), uint.MaxValue)) : sum);

    private static bool IsAnother(AuthorHead head, Seen seen) => seen.Number == head.Number
        ? seen.Hash != head.Hash
        : head.Ahead.Any(one => one.Number == seen.Number && one.Hash != seen.Hash);
}
