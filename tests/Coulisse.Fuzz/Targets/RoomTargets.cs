namespace Coulisse.Fuzz.Targets;

/// <summary>What a desk reads from members of its rooms and from the other side's desks.</summary>
internal static class RoomTargets
{
    private const long DeskBytes = 32 << 20; // a desk is opened for each input

    public static IEnumerable<FuzzTarget> Of(RoomWorld world) =>
    [
        Target("desk-message-inside-its-seal", world.Messages, input => world.GiveSealed(input, world.Bindings[0])),
        Target("desk-binding", world.Bindings, input => world.GiveSealed(world.Messages[0], input)),
        Target("desk-offer", world.Offers, world.GiveOffer),
        Target("desk-order", world.Orders, world.GiveOrder),
        new("desk-charter", InputForm.Vectors, RoomWorld.Charters, RoomWorld.ReadCharter),
    ];

    private static FuzzTarget Target(string name, IReadOnlyList<byte[]> seeds, Func<byte[], Answer> read) =>
        new(name, InputForm.Vectors, seeds, read) { AllocatedFloor = DeskBytes, TimeMax = TimeSpan.FromSeconds(3) };
}
