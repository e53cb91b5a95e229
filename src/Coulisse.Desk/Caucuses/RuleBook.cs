using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Caucuses;

/// <summary>
/// Which rooms of both sides a caucus binds. Whoever comes into it later reads nothing of before, and is told the rules
/// that hold by the machines of those who could have set them: else a newcomer's desk would let through what everybody
/// else's holds back.
/// </summary>
internal sealed class RuleBook(DeskIdentity identity, IVault vault, RoomTalks talks)
{
    private readonly Dictionary<RoomId, ulong> toldAt = [];

    /// <summary>Whether words of ours into a room need the approval of a caucus; what waits here to be said in the
    /// caucus counted as said.</summary>
    internal bool Binds(RoomId caucus, RoomId room) =>
        InForce(caucus).Any(rule => rule.Room.Span.SequenceEqual(room.Value.Span));

    /// <summary>Every room that it binds.</summary>
    internal IReadOnlyList<RoomId> Bound(RoomId caucus) =>
        [.. InForce(caucus).Select(rule => new RoomId(rule.Room)).Distinct()];

    /// <summary>Tells them in each caucus where somebody may have come since.</summary>
    internal void Tell(IEnumerable<Room> rooms, Speaking speaking, DateTimeOffset now)
    {
        if (!identity.IsHome || !MaySet(identity.Accreditation))
            return;
        foreach (var room in rooms.Where(one => one.Record.Status == RoomStatus.Open && one.HasOthers))
        {
            var change = room.Record.Members.LastChange;
            if (ToldAt(room.Id) == change)
                continue;
            if (InForce(room.Id) is { Count: > 0 } rules)
                speaking.Unseen(room, RoomMessageKind.Rules,
                    WireValue.Encode(new ToldRules(WireList.From(rules))), now);
            vault.Write(VaultTable.RulesTold, room.Id.Value, new CameSince(toldAt[room.Id] = change));
        }
    }

    /// <summary>Somebody in a caucus has told them; false if it is none, or not theirs to say.</summary>
    internal bool Heard(Room room, Sealed<Accreditation> author, Opaque body)
    {
        if (!identity.IsHome || !MaySet(author) || Read(body) is not { } told)
            return false;
        foreach (var rule in told.All.Where(one => !IsKnown(room.Id, one)).ToList())
            if (HeardIn(room.Id).Count < ToldRules.Max)
                vault.Write(VaultTable.RulesTold, Key(room.Id, rule), rule);
        return true;
    }

    private List<ToldRule> InForce(RoomId caucus)
    {
        var talk = talks.ToBe(caucus);
        var lifted = talk.Waiting.Select(one => one.Entry.Content.Act).OfType<TalkAct.RuleLifted>()
            .Select(one => one.Matter).ToHashSet(); // of what was set before this desk came
        return
        [
            .. talk.Rules.Where(rule => rule.IsInForce).Select(rule => new ToldRule(Opaque.Owning(rule.Id.ToBytes()),
                Opaque.CopyOf(rule.Room.Span))).Concat(HeardIn(caucus).Where(rule =>
                    talk[MessageId.From(rule.Rule.Span)] is null && !lifted.Contains(MessageId.From(rule.Rule.Span))))
                .Take(ToldRules.Max),
        ];
    }

    private List<ToldRule> HeardIn(RoomId caucus) => [.. vault.Keys(VaultTable.RulesTold, caucus.Value)
        .Where(key => key.Length > caucus.Value.Length)
        .Select(key => vault.Read<ToldRule>(VaultTable.RulesTold, key)!)];

    private bool IsKnown(RoomId caucus, ToldRule rule) =>
        vault.Read<ToldRule>(VaultTable.RulesTold, Key(caucus, rule)) is not null;

    private static Opaque Key(RoomId caucus, ToldRule rule) => VaultRecords.Join(caucus.Value, rule.Rule);

    private ulong? ToldAt(RoomId caucus) => toldAt.TryGetValue(caucus, out var known) ? known
        : vault.Read<CameSince>(VaultTable.RulesTold, caucus.Value) is { } kept ? toldAt[caucus] = kept.Change : null;

    private static bool MaySet(Sealed<Accreditation> desk) =>
        (TalkMandates.Of(desk) & Rights.Of(Right.Speak)) != Talks.Parties.Mandate.None;

    private static ToldRules? Read(Opaque body)
    {
        try
        {
            return WireValue.Decode<ToldRules>(body.Span);
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    /// <summary>Since which change of members they were told.</summary>
    private sealed record CameSince(ulong Change) : IWireValue<CameSince>
    {
        public static CameSince Read(ref TlsReader reader) => new(reader.ReadUInt64());

        public void Write(TlsWriter writer) => writer.WriteUInt64(Change);
    }
}
