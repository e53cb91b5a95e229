using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Members;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// One room as this desk has it: what is known of it, the own leaf's keys and the group's state. It changes only within
/// a step of the desk, and is saved in the same transaction as whatever followed from the change; the group, which is
/// long, once before its commit.
/// </summary>
internal sealed class Room : IDisposable
{
    /// <summary>The most finished epochs of which something can still be opened.</summary>
    internal const int EpochsMax = 4_096;

    private readonly DeskIdentity identity;
    private readonly IVault vault;
    private readonly OrderBook orders;
    private readonly RoomSurroundings around;
    private readonly KeptGroup kept;
    private MlsGroup? group;
    private MlsGroup? next;
    private bool isGroupUnsaved;

    private Room(RoomSurroundings around, RoomRecord record, LeafKeys keys)
    {
        this.around = around;
        (identity, vault, orders, Record, Keys) = (around.Identity, around.Vault, around.Orders, record, keys);
        kept = new(vault, record.Id);
        Policy = new(identity, record.Id, orders, around.Rules) { Turn = record.Turn };
        Policy.Members.Known = record.Members;
        Client = new()
        {
            Suites = new(identity.Suite),
            Capabilities = new([ProtocolVersion.Mls10], [new(identity.Suite.Code)],
                [RoomCharter.Type, RoomTurn.Type, RoomPredecessor.Type], [], [CredentialType.Basic]),
            Policy = Policy,
            Random = around.Random,
            PastEpochsMax = EpochsMax, // what may still arrive decides (rule 7), and rule 6 keeps it below this
        };
    }

    internal RoomRecord Record { get; private set; }

    internal RoomId Id => Record.Id;

    internal LeafKeys Keys { get; }

    internal RoomPolicy Policy { get; }

    internal MlsClient Client { get; }

    internal DeskIdentity Identity => identity;

    /// <summary>How this desk is let in, or let in again.</summary>
    internal Reentry Reentry => field ??= new(this, around);

    /// <summary>The group's present state; null before there is one.</summary>
    internal MlsGroup? Group => group;

    /// <summary>The state after the own commit that waits for its verdict.</summary>
    internal MlsGroup? Next => next;

    internal static Room Begin(RoomSurroundings around, RoomRecord record)
    {
        var room = new Room(around, record, LeafKeys.Draw(record.Id, around.Random));
        room.Keys.Save(around.Vault);
        room.Save(record);
        return room;
    }

    internal static Room Load(RoomSurroundings around, Opaque id)
    {
        var record = around.Vault.Read<RoomRecord>(VaultTable.Rooms, id)
            ?? throw new InvalidDataException("The vault names a room that it does not hold.");
        var keys = LeafKeys.Load(around.Vault, record.Id, around.Identity.Suite)
            ?? throw new InvalidDataException("The vault holds a room without the keys of its leaf.");
        var room = new Room(around, record, keys);
        room.group = room.kept.Load(room.Client, keys.Signer);
        room.next = room.LoadNext();
        room.Enter();
        return room;
    }

    internal void Save(RoomRecord record)
    {
        Record = record;
        Policy.Turn = record.Turn;
        Policy.Members.Known = record.Members;
        vault.Write(VaultTable.Rooms, Id.Value, record);
    }

    /// <summary>The group goes on; the state before is wiped.</summary>
    internal void Advance(MlsGroup state)
    {
        var isOfAnotherEpoch = group?.View.Epoch != state.View.Epoch;
        // A message's key is gone with the state after it; what it opened is in the transcript beside it.
        around.HasErased |= isOfAnotherEpoch || group?.ReadableEpochs.Count != state.ReadableEpochs.Count;
        if (group is not null && isOfAnotherEpoch)
            Save(Record with { SealedInEpoch = 0, Tags = TagsWith(group, state) });
        if (group is not null && !ReferenceEquals(group, state))
            kept.LetGo(group);
        (group, isGroupUnsaved) = (state, true);
        if (isOfAnotherEpoch)
            Enter();
    }

    /// <summary>The tag of an epoch of which something can still be opened; null if it is not known.</summary>
    internal Opaque? TagOf(ulong epoch) => group?.View.Epoch.Value == epoch ? Policy.Tag
        : Record.Tags.FirstOrDefault(one => one.Epoch == epoch)?.Tag;

    /// <summary>The vault's commit comes next: the group is put into it if it has gone on.</summary>
    internal void SaveGroup()
    {
        if (group is not null && (isGroupUnsaved || (around.HasErased && kept.HasChanges)))
            kept.Save(group, around.HasErased);
        isGroupUnsaved = false;
    }

    /// <summary>Words of its transcript were replaced: no copy of them is to stay in a file.</summary>
    internal void HasErasedWords() => around.HasErased = true;

    /// <summary>A commit is on its way: the state after it is kept until the verdict.</summary>
    internal void Prepare(MlsGroup state, Side turnAfter, WireList<IntentId> admits)
    {
        Save(Record with
        {
            NextTurn = turnAfter,
            CommitSealed = state.View.Epoch.Value,
            Members = Record.Members with { Committing = admits },
        });
        next = state;
        using var snapshot = new WipedBuffer();
        state.Save(snapshot);
        vault.Put(VaultTable.NextGroups, Id.Value, snapshot.Written);
    }

    /// <summary>Rule 1, and never two commits of this desk for one epoch.</summary>
    internal bool MayCommit => group is not null && Policy.Rules.MayCommit(Record.Turn, identity.Side)
        && Record.CommitSealed != group.View.Epoch.Value + 1;

    /// <summary>Whether the others know in this epoch that this desk wants to be taken out; in the next it asks
    /// again.</summary>
    internal bool HasAskedToLeave => group is null || group.WaitingProposals.Any(change =>
        change.Proposer == group.View.Own && change.Proposal is Mls.Proposals.Proposal.Remove);

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
        around.HasErased |= next is not null;
        next?.Dispose();
        next = null;
        vault.Remove(VaultTable.NextGroups, Id.Value);
    }

    /// <summary>A welcome was accepted.</summary>
    internal void Join(MlsGroup state)
    {
        Reentry.UseUp();
        Reentry.Request = null;
        Advance(state);
    }

    /// <summary>How far the chain of the seal has come by which this desk is in it.</summary>
    internal ChainHead OwnHead => around.Chains.HeadOf(
        (this.Desks().FirstOrDefault(desk => desk.Content.Subject.Id == identity.Id) ?? identity.Accreditation).By);


    /// <summary>How far an author is; null if it is not known where they begin: who was let in, and whoever heard of
    /// who was, begins with the first message in the order of its log; and so does who was put back to an old copy and
    /// goes on with other numbers.</summary>
    internal AuthorHead? HeadOf(Opaque author, RoomMessage message, bool isNext)
    {
        if (Record.Authors.FirstOrDefault(one => one.Desk == author) is { } known)
            return known.IsBefore(message) ? isNext ? AuthorHead.Anew(author, message) : null : known;
        var beginsAnew = Record.Members.IsAdmission || Record.Members.Intents.Any(intent =>
            intent.State == IntentState.CarriedOut && intent.Whom?.Id == author);
        if (!beginsAnew)
            return AuthorHead.Start(author);
        return isNext ? AuthorHead.Before(author, message) : null;
    }

    /// <summary>How far this desk has come, or had when it left; null if it never was in the group.</summary>
    internal RoomClaim? Claim => group is not null ? new(identity.Side, group.View.Epoch.Value, EpochTag.Of(group))
        : Record.Last is [var last] ? last : null;

    /// <summary>How many messages may be shown: who was let in shows nothing before its own side has told it what the
    /// room is.</summary>
    internal ulong Visible => Record.Status == RoomStatus.Joined ? Record.Members.HiddenAfter : Record.Shown;

    /// <summary>We are not in it any more: its keys go, what was said stays.</summary>
    internal void Leave()
    {
        Abandon();
        if (Claim is { } claim)
            Save(Record with { Last = [claim] });
        around.HasErased = true;
        group?.Dispose();
        group = null;
        kept.Remove();
    }

    public void Dispose()
    {
        group?.Dispose();
        kept.Dispose();
        next?.Dispose();
        Keys.Dispose();
    }

    private void Enter()
    {
        if (group is not null)
            Policy.Tag = EpochTag.Of(group);
    }

    private WireList<EpochAndTag> TagsWith(MlsGroup before, MlsGroup after) => WireList.From(Record.Tags
        .Append(new(before.View.Epoch.Value, Policy.Tag))
        .Where(one => after.ReadableEpochs.Any(epoch => epoch.Value == one.Epoch)));

    private MlsGroup? LoadNext()
    {
        using var snapshot = vault.Get(VaultTable.NextGroups, Id.Value);
        return snapshot is null ? null : MlsGroup.Load(Client, Keys.Signer, snapshot.Reveal());
    }
}
