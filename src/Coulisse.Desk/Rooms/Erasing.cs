using Coulisse.Desk.Vault;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// Erases words once they have been here for as many days as the terms say under which they were said. What orders
/// them stays, so that nothing reads as a gap; acts stay, and what they rest on. Days go by this desk's own clock and
/// by when it had the words, never by an author's: so it is announced an hour before, for whoever can see that the
/// clock is wrong.
/// </summary>
internal sealed class Erasing(IVault vault, RoomShelf rooms, RoomTalks talks)
{
    /// <summary>Between the announcement and the act.</summary>
    internal static readonly TimeSpan Notice = TimeSpan.FromHours(1);

    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly Dictionary<RoomId, Looked> looked = [];

    /// <summary>What was found in a room.</summary>
    /// <param name="Next">When to look again.</param>
    /// <param name="Settled">Up to which message nothing is ever erased that is not yet.</param>
    /// <param name="Announced">What is to go, and when; null if nothing is.</param>
    private sealed record Looked(DateTimeOffset Next, ulong Settled, PendingErasure? Announced);

    /// <summary>What is to be erased in a room, and when.</summary>
    internal PendingErasure? PendingIn(RoomId room) => looked.GetValueOrDefault(room)?.Announced;

    /// <summary>Time has passed.</summary>
    internal void Pass(StepEffects effects)
    {
        foreach (var room in rooms.All.Where(one => one.Record.Terms.Any(terms => terms.Terms.RetentionDays > 0)))
        {
            var known = looked.GetValueOrDefault(room.Id) ?? new(DateTimeOffset.MinValue, 0, null);
            // A clock that was set back looks again as well.
            if (effects.Now >= known.Next || effects.Now < known.Next - Look - Look)
                looked[room.Id] = LookAt(room, known, effects);
        }
    }

    private Looked LookAt(Room room, Looked known, StepEffects effects)
    {
        var (settled, due) = Due(room, known.Settled, effects.Now);
        var next = effects.Now + Look;
        if (due.Count == 0)
            return new(next, settled, null);
        if (known.Announced is { } announced && effects.Now >= announced.At)
        {
            foreach (var (order, heard) in due)
                vault.Write(VaultTable.Transcript, KeyOf(room, order), heard.Erased());
            room.HasErasedWords();
            talks.Forget(room.Id);
            effects.Add(new DeskEffect.WordsErased(room.Id, due.Count));
            return new(next, settled, null);
        }
        if (known.Announced is null)
            effects.Add(new DeskEffect.RoomMoved(room.Id, room.Record.Status));
        return new(next, settled, new(known.Announced?.At is { } at && at <= effects.Now + Notice ? at
            : effects.Now + Notice, due.Count));
    }

    private (ulong Settled, List<(ulong Order, Heard Heard)> Due) Due(Room room, ulong settled, DateTimeOffset now)
    {
        var talk = talks.Of(room.Id);
        var shortest = room.Record.Terms.Where(one => one.Terms.RetentionDays > 0)
            .Min(one => one.Terms.RetentionDays);
        var due = new List<(ulong, Heard)>();
        for (var order = settled + 1; order <= room.Visible; order++)
        {
            var heard = vault.Read<Heard>(VaultTable.Transcript, KeyOf(room, order));
            if (heard is null || now - heard.Rungs[0].Instant < TimeSpan.FromDays(shortest))
                break; // and so are all after it
            if (IsKeptForGood(room, heard, talk))
            {
                if (settled == order - 1)
                    settled = order;
            }
            else if (now - heard.Rungs[0].Instant >= TimeSpan.FromDays(DaysOf(room, heard))
                && heard.Rung is Rung.OnTheirDesk or Rung.Lost)
                due.Add((order, heard));
        }
        return (settled, due);
    }

    // What came back was never said to anybody; it is its author's, as a draft is.
    private static bool IsKeptForGood(Room room, Heard heard, Talks.Talk talk) => heard.IsErased
        || heard.Rung == Rung.CameBack || DaysOf(room, heard) == 0 || heard.Act.Count > 0
        || heard.Message.Content().Act is not null || talk.IsReferredTo(Named(heard));

    private static uint DaysOf(Room room, Heard heard) => room.Record.TermsIn(heard.Epoch).RetentionDays;

    private static MessageId Named(Heard heard) => MessageId.From(heard.Name.Span);

    private static Crypto.Codec.Opaque KeyOf(Room room, ulong order) =>
        VaultRecords.Join(room.Id.Value, VaultRecords.Ordered(order));
}
