using Coulisse.Desk.Rooms;
using Coulisse.Station.Log;

namespace Coulisse.World.Plants;

/// <summary>A fault put into a world on purpose, to see that it is noticed.</summary>
public enum PlantedBug
{
    /// <summary>None: the world as it is.</summary>
    None,

    /// <summary>Either side commits whenever it likes, and accepts that the other does.</summary>
    TurnRuleOff,

    /// <summary>A station's disk says that it has written, and now and then has not yet.</summary>
    AcknowledgedBeforeDurable,

    /// <summary>Desks erase an epoch's keys with the commit that ends it.</summary>
    KeysErasedEarly,

    /// <summary>A station is put back to an old copy, and is never told that the other knows more.</summary>
    BackupWithoutFence,

    /// <summary>A restored station goes on from its own copy, whatever the others say.</summary>
    RestoredGoesOn,

    /// <summary>A desk seals on, though its vault was put back to an old copy.</summary>
    OldVaultSpeaks,

    /// <summary>A station drops what the other station has stored, before any desk has read it.</summary>
    PrunedTooEarly,

    /// <summary>Desks consent to rooms by themselves.</summary>
    ConsentByMachine,

    /// <summary>A station takes the other side's commits for its own when it says what is stale.</summary>
    FloorByTheirCommits,

    /// <summary>Desks let in whom one side alone wants.</summary>
    AddedByOneSide,

    /// <summary>Desks give a room the terms that one side alone wants.</summary>
    AmendedByOneSide,

    /// <summary>Desks put out whom their own party has not ordered out.</summary>
    RemovedByOthers,

    /// <summary>Desks let another office or mandate take a leaf's place, since its seal has ordered it.</summary>
    ReplacedByAnother,

    /// <summary>Desks take the consent of whom the terms of a room do not let.</summary>
    MandateIgnored,

    /// <summary>Desks go by the terms of the line with the lowest number.</summary>
    OldCharterHolds,

    /// <summary>What own desks say among themselves is given to what carries bundles.</summary>
    HomeOnTheLine,
}

/// <summary>What a planted bug does to a desk or a station.</summary>
internal static class PlantedRules
{
    internal static RoomRules Rules(this PlantedBug bug) => bug switch
    {
        PlantedBug.TurnRuleOff => new WithoutTurn(),
        PlantedBug.KeysErasedEarly => new WithoutPatience(),
        PlantedBug.AddedByOneSide => new WithoutConsent(),
        PlantedBug.OldVaultSpeaks => new WithoutWitness(),
        PlantedBug.AmendedByOneSide => new WithoutAgreement(),
        PlantedBug.RemovedByOthers => new WithoutOrders(),
        PlantedBug.ReplacedByAnother => new WithoutLikeness(),
        PlantedBug.OldCharterHolds => new WithoutNumbers(),
        PlantedBug.MandateIgnored => new WithoutMandates(),
        _ => RoomRules.Usual,
    };

    internal static RestoreRules RestoreRules(this PlantedBug bug) =>
        bug == PlantedBug.RestoredGoesOn ? new WithoutFence() : Coulisse.Station.Log.RestoreRules.Usual;

    private sealed class WithoutFence : RestoreRules
    {
        internal override bool IsFenced => false;
    }

    private sealed class WithoutTurn : RoomRules
    {
        internal override bool MayCommit(Wire.Lines.Side turn, Wire.Lines.Side side) => true;
    }

    private sealed class WithoutConsent : RoomRules
    {
        internal override bool MayAdd(bool isConsented) => true;
    }

    private sealed class WithoutWitness : RoomRules
    {
        internal override bool MaySeal(bool isFresh) => true;
    }

    private sealed class WithoutAgreement : RoomRules
    {
        internal override bool MayAmend(bool isConsented) => true;
    }

    private sealed class WithoutOrders : RoomRules
    {
        internal override bool MayRemove(bool isOrdered) => true;
    }

    private sealed class WithoutLikeness : RoomRules
    {
        internal override bool MayReplace(bool isSame) => true;
    }

    private sealed class WithoutMandates : RoomRules
    {
        internal override bool MayBind(bool isNamed) => true;
    }

    private sealed class WithoutNumbers : RoomRules
    {
        internal override bool IsLater(ulong number, ulong than) => true;
    }

    private sealed class WithoutPatience : RoomRules
    {
        internal override ulong KeptFrom(ulong floor, ulong present) => present;
    }
}
