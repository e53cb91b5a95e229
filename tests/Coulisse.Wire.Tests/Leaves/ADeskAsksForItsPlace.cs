using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Rooms;
using Coulisse.Wire.Tests.Credence;

namespace Coulisse.Wire.Tests.Leaves;

/// <summary>A request for a leaf's place is its desk's own word, and the order that grants it names what it
/// brings.</summary>
public sealed class ADeskAsksForItsPlace : IDisposable
{
    private readonly PartyInATest party = new("Aldermark", 51);

    public void Dispose() => party.Dispose();

    [Fact]
    public void The_order_that_grants_it_names_the_room_the_leaf_and_the_package()
    {
        var request = Request();
        var order = request.Order;
        Assert.Equal((RoomOrderKind.Replacement, request.Room, request.LeafKey),
            (order.What, order.Room, order.LeafKey));
        Assert.Equal(Opaque.CopyOf(SHA256.HashData(request.KeyPackage.Span)), order.KeyPackage);
        Assert.True(order.IsWellFormed);
        Assert.Equal(request, WireValue.Decode<LeafRequest>(WireValue.Encode(request).Span));
        Assert.Contains("Security adviser", string.Join('\n', request.Head()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_of_it_is_nobodys_word()
    {
        var bytes = WireValue.Encode(Request()).ToArray();
        foreach (var at in (int[])[bytes.Length - 1, bytes.Length - 70, bytes.Length - 330])
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 1;
            Assert.Throws<DecodeException>(() => WireValue.Decode<LeafRequest>(changed));
        }
    }

    [Fact]
    public void A_station_or_another_key_than_the_accredited_asks_for_nothing()
    {
        using var other = new PartyInATest("Sorvane", 52);
        var (desk, package) = (party.Desk(), party.Bytes(300));
        var (room, leaf) = (new RoomId(party.Bytes(16)), party.LeafKey());
        Assert.Throws<ArgumentException>(() => LeafRequest.Sign(desk, other.DeskKey, room, leaf, package));
        Assert.Throws<ArgumentException>(() => LeafRequest.Sign(party.Station(), party.DeskKey, room, leaf, package));
        Assert.Throws<ArgumentException>(() => LeafRequest.Sign(desk, party.DeskKey, default, leaf, package));
        Assert.Throws<ArgumentException>(() => LeafRequest.Sign(desk, party.DeskKey, room, leaf, Opaque.Empty));
        Assert.Throws<ArgumentException>(() => LeafRequest.Sign(desk, party.DeskKey, room, leaf,
            Opaque.Zeros(LeafRequest.KeyPackageBytesMax + 1)));
    }

    private LeafRequest Request() => LeafRequest.Sign(party.Desk(), party.DeskKey, new RoomId(party.Bytes(16)),
        party.LeafKey(), party.Bytes(300));
}
