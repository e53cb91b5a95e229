using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Talks.Matters;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;
using Mandate = Coulisse.Talks.Parties.Mandate;

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
    internal bool Binds(RoomId caucus, RoomId room) => For(caucus, room).Count > 0;

    /// <summary>Somebody with one of which mandates has to approve words into a room, rule by rule.</summary>
    internal IReadOnlyList<Mandate> For(RoomId caucus, RoomId room) => [.. talks.ToBe(caucus).RulesInForce
        .Where(rule => rule.Room.Span.SequenceEqual(room.Value.Span)).Select(rule => rule.Mandates)];

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
            if (ToldRules.HeardIn(vault, room.Id).Count < ToldRules.Max)
                vault.Write(VaultTable.RulesTold, Key(room.Id, rule), rule);
        return true;
    }

    private List<ToldRule> InForce(RoomId caucus) =>
        [.. talks.ToBe(caucus).RulesInForce.Select(ToldRule.Of).Take(ToldRules.Max)];

    private bool IsKnown(RoomId caucus, ToldRule rule) =>
        vault.Read<ToldRule>(VaultTable.RulesTold, Key(caucus, rule)) is not null;

    private static Opaque Key(RoomId caucus, ToldRule rule) => VaultRecords.Join(caucus.Value, rule.Rule);

    private ulong? ToldAt(RoomId caucus) => toldAt.TryGetValue(caucus, out var known) ? known
        : vault.Read<CameSince>(VaultTable.RulesTold, caucus.Value) is { } kept ? toldAt[caucus] = kept.Change : null;

    private static bool MaySet(Sealed<Accreditation> desk) =>
        (TalkMandates.Of(desk) & Rights.Of(Right.Speak)) != Mandate.None;

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
