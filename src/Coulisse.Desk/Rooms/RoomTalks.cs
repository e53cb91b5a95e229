using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Caucuses;
using Coulisse.Desk.Records;
using Coulisse.Desk.Vault;
using Coulisse.Talks;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Caucus;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;
using NodaTime;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// What the acts in each room come to. A talk grows as its transcript does. One's own acts are in it once the own
/// station has taken them, as both sides then see the same; what has come back never was said.
/// </summary>
internal sealed class RoomTalks(DeskIdentity identity, IVault vault, RoomShelf rooms)
{
    private const ulong Portion = 512;

    private readonly Dictionary<RoomId, Grown> grown = [];

    /// <summary>How far a talk was followed.</summary>
    /// <param name="room">The room as it was begun: one that is begun again has another transcript.</param>
    /// <param name="talk">What it comes to.</param>
    /// <param name="through">The order of the last message that was looked at.</param>
    /// <param name="waiting">The orders of own ones that our station had not taken then.</param>
    /// <param name="places">Where each message stands; grows, and is never gone through.</param>
    private sealed class Grown(Room room, Talk talk, ulong through, ImmutableArray<ulong> waiting,
        Dictionary<MessageId, MessagePlace> places)
    {
        internal Dictionary<MessageId, MessagePlace> Places => places;

        internal Room Room => room;

        internal Talk Talk => talk;

        internal ulong Through => through;

        internal ImmutableArray<ulong> Waiting => waiting;
    }

    /// <summary>Whether a talk was followed to its end, or nearly: what is left costs nobody a wait.</summary>
    internal bool IsFollowed(RoomId id) => rooms.Of(id) is not { } room || Left(room) <= Portion;

    /// <summary>Follows a talk a portion further, so that the desk goes on meanwhile; whether it is followed
    /// then.</summary>
    internal bool FollowOn(RoomId id)
    {
        if (rooms.Of(id) is { } room && Left(room) > Portion)
            Follow(room, Portion);
        return IsFollowed(id);
    }

    private ulong Left(Room room) => room.Visible - Math.Min(room.Visible, GrownOf(room).Through);

    internal Talk Of(RoomId id) => rooms.Of(id) is { } room ? Follow(room).Talk : Begun(id);

    // Nothing said yet.
    private Talk Begun(RoomId room) => identity.IsHome ? Talk.Caucus(Side.A)
        : Talk.Room(new RecordVouching(identity, room).Vouches);

    /// <summary>Where a message that acts refer to stands in a room; null if it is not here.</summary>
    internal MessagePlace? PlaceOf(RoomId id, MessageId message) => rooms.Of(id) is not { } room ? null
        : grown.TryGetValue(id, out var known) && ReferenceEquals(known.Room, room)
            && known.Places.TryGetValue(message, out var place) ? place
        : Follow(room).Places.TryGetValue(message, out place) ? place : null;

    /// <summary>The orders of what was said from here and our station has not taken.</summary>
    internal IReadOnlyList<ulong> WaitingIn(RoomId id) => rooms.Of(id) is { } room ? Follow(room).Waiting : [];

    /// <summary>Who this desk is in a talk.</summary>
    internal Person Own => PersonOf(identity.Accreditation);

    /// <summary>Why this desk may not do this in a room; null if it may.</summary>
    internal Refusal? Refuses(RoomId id, TalkAct act, DateTimeOffset now) =>
        rooms.Of(id) is { } room ? Refuses(room, act, now) : null;

    /// <summary>Why this desk may not do this, what waits here counted as said; null if it may.</summary>
    internal Refusal? Refuses(Room room, TalkAct act, DateTimeOffset now) =>
        TalkActs.May(act, ToBe(room), Own, Instant.FromDateTimeOffset(now));

    /// <summary>What a room's acts come to once what waits here was taken.</summary>
    internal Talk ToBe(RoomId id) => rooms.Of(id) is { } room ? ToBe(room) : Begun(id);

    private Talk ToBe(Room room)
    {
        var known = Follow(room);
        var authors = new Dictionary<Opaque, Person?>();
        return known.Talk.After(known.Waiting.SelectMany(order => EntriesOf(room, HeardAt(room, order), authors)));
    }

    /// <summary>An act with its words as the body of a message, its salt drawn.</summary>
    internal static Opaque ContentOf(Room room, TalkAct act, ImmutableArray<Wording> words)
    {
        Span<byte> salt = stackalloc byte[ContentLimits.SaltBytes];
        room.Client.Random.Fill(salt);
        return Opaque.Owning(ContentWriting.Bytes(MessageContent.Of(Octets.CopyOf(salt), act, words)));
    }

    /// <summary>Keeps who an author was: they may have left when the talk is read again.</summary>
    internal static void Remember(IVault vault, RoomId room, Sealed<Accreditation> author)
    {
        var key = VaultRecords.Join(room.Value, author.Content.Subject.Id);
        if (vault.Read<Sealed<Accreditation>>(VaultTable.Authors, key) != author)
            vault.Write(VaultTable.Authors, key, author);
    }

    /// <summary>Words of a room were erased: what is held of them goes too.</summary>
    internal void Forget(RoomId room) => grown.Remove(room);

    private Grown GrownOf(Room room) => grown.TryGetValue(room.Id, out var before) && ReferenceEquals(before.Room, room)
        ? before : new(room, Begun(room.Id), 0, [], []);

    private Grown Follow(Room room) => Follow(room, ulong.MaxValue);

    private Grown Follow(Room room, ulong most)
    {
        var before = GrownOf(room);
        var through = before.Through + Math.Min(most, Left(room));
        var (said, waiting) = (new List<TranscriptEntry>(), ImmutableArray.CreateBuilder<ulong>());
        var authors = new Dictionary<Opaque, Person?>();
        foreach (var order in before.Waiting.Concat(Orders(before.Through + 1, through)))
        {
            var heard = HeardAt(room, order);
            if (heard.Number > 0)
                before.Places[MessageId.From(heard.Name.Span)] = new(order, heard.Desk, heard.Rungs[0].Instant);
            if (heard.Rung == Rung.Written)
                waiting.Add(order);
            else if (heard.Rung != Rung.CameBack)
                said.AddRange(EntriesOf(room, heard, authors));
        }
        var talk = before.Talk.Under(room.Record.TermsNow).Told(ToldIn(room.Id)).After(said);
        return grown[room.Id] = new(room, talk, through, waiting.ToImmutable(), before.Places);
    }

    // What was set before this desk came holds for what it reads as well.
    private ImmutableArray<RuleInForce> ToldIn(RoomId room) =>
        identity.IsHome ? [.. ToldRules.HeardIn(vault, room).Select(rule => rule.InForce)] : [];

    private static IEnumerable<ulong> Orders(ulong first, ulong last)
    {
        for (var order = first; order <= last; order++)
            yield return order;
    }

    private Heard HeardAt(Room room, ulong order) => vault.Read<Heard>(VaultTable.Transcript,
        VaultRecords.Join(room.Id.Value, VaultRecords.Ordered(order)))
        ?? throw new InvalidDataException("The vault counts a message that it does not hold.");

    // A vault of before authors were kept may hold messages of somebody who has left: whose they are is not guessed.
    private TranscriptEntry[] EntriesOf(Room room, Heard heard, Dictionary<Opaque, Person?> authors) =>
        PersonOf(room, heard.Desk, authors) is not { } author ? [] :
    [
        new(MessageId.From(heard.Name.Span), author, heard.Message.Number,
            [.. heard.Seen.Select(seen => new Head(DelegateId.From(seen.Author.Span), seen.Number))],
            Instant.FromDateTimeOffset(heard.Written), heard.Message.Content())
        {
            Terms = heard.Rung == Rung.Written ? room.Record.TermsNow : room.Record.TermsIn(heard.Epoch),
            Here = Instant.FromDateTimeOffset(heard.Rungs[0].Instant),
            IsErased = heard.IsErased,
        },
    ];

    /// <summary>What a party's seal says of an author; null if it is not known here.</summary>
    internal Sealed<Accreditation>? AuthorOf(RoomId id, Opaque desk) =>
        rooms.Of(id) is { } room ? AuthorOf(room, desk) : null;

    private Sealed<Accreditation>? AuthorOf(Room room, Opaque desk) => desk == identity.Id ? identity.Accreditation
        : vault.Read<Sealed<Accreditation>>(VaultTable.Authors, VaultRecords.Join(room.Id.Value, desk))
            ?? room.Desks().FirstOrDefault(one => one.Content.Subject.Id == desk);

    // To read who an author is, is to verify what a seal says of them: once for many of their words.
    private Person? PersonOf(Room room, Opaque desk, Dictionary<Opaque, Person?> authors)
    {
        if (!authors.TryGetValue(desk, out var person))
            authors[desk] = person = AuthorOf(room, desk) is { } author ? PersonOf(author) : null;
        return person;
    }

    private Person PersonOf(Sealed<Accreditation> desk) => new(DelegateId.From(desk.Content.Subject.Id.Span),
        identity.Parties.SideOf(desk.By.Party) == Wire.Lines.Side.A ? Side.A : Side.B, desk.Content.OfficeIn("en"),
        TalkMandates.Of(desk));
}
