using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// One room as this desk has it: what is known of it, the own leaf's keys and the group's state. It changes only within
/// a step of the desk, and is saved in the same transaction as whatever followed from the change.
/// </summary>
internal sealed class Room : IDisposable
{
    private readonly DeskIdentity identity;
    private readonly IVault vault;
    private MlsGroup? group;
    private MlsGroup? next;

    private Room(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules, RoomRecord record,
        LeafKeys keys)
    {
        (this.identity, this.vault, Record, Keys) = (identity, vault, record, keys);
        Policy = new(identity, record.Id, rules) { Turn = record.Turn };
        Client = new()
        {
            Suites = new(identity.Suite),
            Capabilities = new([ProtocolVersion.Mls10], [new(identity.Suite.Code)],
                [RoomCharter.Type, RoomTurn.Type], [], [CredentialType.Basic]),
            Policy = Policy,
            Random = random,
            PastEpochsMax = 4_096, // what may still arrive decides (rule 7), not a number
        };
    }

    internal RoomRecord Record { get; private set; }

    internal RoomId Id => Record.Id;

    internal LeafKeys Keys { get; }

    internal RoomPolicy Policy { get; }

    internal MlsClient Client { get; }

    /// <summary>The group's present state; null before there is one.</summary>
    internal MlsGroup? Group => group;

    /// <summary>The state after the own commit that waits for its verdict.</summary>
    internal MlsGroup? Next => next;

    internal static Room Begin(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules,
        RoomRecord record)
    {
        var room = new Room(identity, vault, random, rules, record, LeafKeys.Draw(record.Id, random));
        room.Keys.Save(vault);
        room.Save(record);
        return room;
    }

    internal static Room Load(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules, Opaque id)
    {
        var record = vault.Read<RoomRecord>(VaultTable.Rooms, id)
            ?? throw new InvalidDataException("The vault names a room that it does not hold.");
        var keys = LeafKeys.Load(vault, record.Id, identity.Suite)
            ?? throw new InvalidDataException("The vault holds a room without the keys of its leaf.");
        var room = new Room(identity, vault, random, rules, record, keys);
        room.group = room.LoadGroup(VaultTable.Groups);
        room.next = room.LoadGroup(VaultTable.NextGroups);
        room.Enter();
        return room;
    }

    internal void Save(RoomRecord record)
    {
        Record = record;
        Policy.Turn = record.Turn;
        vault.Write(VaultTable.Rooms, Id.Value, record);
    }

    /// <summary>The group goes on; the state before is wiped.</summary>
    internal void Advance(MlsGroup state)
    {
        if (group is not null && group.View.Epoch != state.View.Epoch)
            Save(Record with { SealedInEpoch = 0 });
        if (!ReferenceEquals(group, state))
            group?.Dispose();
        group = state;
        Save(VaultTable.Groups, state);
        Enter();
    }

    /// <summary>A commit is on its way: the state after it is kept until the verdict.</summary>
    internal void Prepare(MlsGroup state, Side turnAfter)
    {
        Save(Record with { NextTurn = turnAfter });
        next = state;
        Save(VaultTable.NextGroups, state);
    }

    /// <summary>The own commit was taken.</summary>
    internal void Commit()
    {
        var state = next ?? throw new InvalidOperationException("No commit of this room is on its way.");
        next = null;
        vault.Remove(VaultTable.NextGroups, Id.Value);
        Advance(state);
    }

    /// <summary>The own commit was refused for good.</summary>
    internal void Abandon()
    {
        next?.Dispose();
        next = null;
        vault.Remove(VaultTable.NextGroups, Id.Value);
    }

    /// <summary>A welcome was accepted.</summary>
    internal void Join(MlsGroup state)
    {
        Keys.UseUp();
        Keys.Save(vault);
        Advance(state);
    }

    /// <summary>The charter that the group's context holds; null if it holds none that can be read.</summary>
    internal RoomCharter? CharterOfGroup()
    {
        try
        {
            return group?.View.Extensions.FirstOrDefault(one => one.Type == RoomCharter.Type) is { } extension
                ? WireValue.Decode<RoomCharter>(extension.Data.Span) : null;
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    /// <summary>Whose leaf sits at a place.</summary>
    internal Opaque DeskAt(LeafIndex place) => group?.View.MemberAt(place) is { } leaf
        && Policy.Verified(leaf) is { } accredited ? accredited.Accreditation.Content.Subject.Id : default;

    public void Dispose()
    {
        group?.Dispose();
        next?.Dispose();
        Keys.Dispose();
    }

    private void Enter()
    {
        if (group is not null)
            Policy.Tag = EpochTag.Of(group);
    }

    private MlsGroup? LoadGroup(VaultTable table)
    {
        using var snapshot = vault.Get(table, Id.Value);
        return snapshot is null ? null : MlsGroup.Load(Client, Keys.Signer, snapshot.Reveal());
    }

    private void Save(VaultTable table, MlsGroup state)
    {
        using var snapshot = new WipedBuffer();
        state.Save(snapshot);
        vault.Put(table, Id.Value, snapshot.Written);
    }
}
