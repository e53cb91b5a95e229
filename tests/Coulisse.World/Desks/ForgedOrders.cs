using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Parties;

namespace Coulisse.World.Desks;

/// <summary>Orders that let somebody into a room, and key packages that nobody asked for.</summary>
public static class ForgedOrders
{
    /// <summary>A good key package of an accredited desk, by keys that nobody keeps.</summary>
    /// <param name="from">Who would enter.</param>
    /// <param name="room">Where.</param>
    /// <param name="random">For the keys.</param>
    /// <param name="signer">The member whose leaf's key it has once more; null: one of its own.</param>
    public static Opaque PackageOf(DeskIdentity from, RoomId room, IRandomSource random, SimulatedDesk? signer = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        using var vault = signer?.Vault.Copy().Open();
        using var keys = vault is null ? LeafKeys.Draw(room, random) : LeafKeys.Load(vault, room, from.Suite)!;
        var client = new MlsClient
        {
            Suites = new(from.Suite),
            Capabilities = new([ProtocolVersion.Mls10], [new(from.Suite.Code)], [RoomCharter.Type, RoomTurn.Type], [],
                [CredentialType.Basic]),
            Policy = new RoomPolicy(from, room, new(from, new SimulatedVault().Open()), RoomRules.Usual),
            Random = random,
        };
        var day = (ulong)Cast.FirstDay.ToUnixTimeSeconds();
        using var package = KeyPackageBundle.Create(client, from.Suite, keys.Credential(from), keys.Signer,
            new Lifetime(day - 3_600, day + 86_400));
        return package.Package.Encode();
    }

    /// <summary>The signature key of the leaf in a key package.</summary>
    public static Opaque KeyOf(Opaque package) => TlsCodec.Decode<KeyPackage>(package.Span).LeafNode.SignatureKey;

    /// <summary>An order as it travels, beside a key package.</summary>
    public static Envelope Orders(Sealed<RoomOrder> order, Opaque package) =>
        new(EnvelopeKind.Credence, Precedence.Routine, new(Opaque.Empty), 0,
            WireValue.Encode(BroughtOrder.Of(order, package)!), Opaque.Empty);
}
