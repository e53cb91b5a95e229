using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Leaves;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// How this desk comes into a room, or comes back: a key package is given out, to whoever asked or to the own party,
/// whose order lets the desk take its old leaf's place.
/// </summary>
internal sealed class Reentry(Room room, RoomSurroundings around)
{
    private static readonly TimeSpan PackageLife = TimeSpan.FromDays(30);

    /// <summary>A key package with which this desk may be let in; its private keys are kept.</summary>
    internal Opaque Give(DateTimeOffset now)
    {
        var from = (ulong)now.ToUnixTimeSeconds();
        var life = new Lifetime(from - 86_400, from + (ulong)PackageLife.TotalSeconds);
        var package = room.Keys.Give(room.Client, room.Identity, life);
        room.Keys.Save(around.Vault);
        return TlsCodec.Encode(package);
    }

    /// <summary>The key package that was given out lets nobody in any more.</summary>
    internal void UseUp()
    {
        around.HasErased |= room.Keys.Package is not null;
        room.Keys.UseUp();
        room.Keys.Save(around.Vault);
    }

    /// <summary>What this desk last asked its party for in this room; null if nothing, or if it is in it.</summary>
    internal LeafRequest? Request
    {
        get => around.Vault.Read<LeafRequest>(VaultTable.LeafRequests, room.Id.Value);
        set
        {
            if (value is null)
                around.Vault.Remove(VaultTable.LeafRequests, room.Id.Value);
            else
                around.Vault.Write(VaultTable.LeafRequests, room.Id.Value, value);
        }
    }

    /// <summary>Whether an order lets this desk in by the key package that it gave its party.</summary>
    internal bool IsBy(BroughtOrder order) => order.IsReplacement
        && room.Record.Status == RoomStatus.Replacing && room.Keys.Package is { } package
        && order.Order.By.Party == room.Identity.Accreditation.By.Party
        && order.KeyPackage == TlsCodec.Encode(package.Package);
}
