using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Rooms;

/// <summary>Who is in a room, and what their parties have ordered about them.</summary>
internal static class RoomPeople
{
    extension(Room room)
    {
        /// <summary>Whether anybody of the other side is in it; at home, anybody else.</summary>
        internal bool HasOthers => room.Desks().Any(desk => room.Identity.IsHome
            ? desk.Content.Subject.Id != room.Identity.Id : desk.By.Party != room.Identity.Accreditation.By.Party);

        /// <summary>Whether there is an order about anybody who is in it.</summary>
        internal bool HasOrders => room.Group is { } group
            && group.View.Members.Any(member => room.Policy.Members.Replacements.On(member.Leaf).Count > 0);

        /// <summary>Whether the side whose turn it is has nobody left who could commit: each was ordered out by its own
        /// party. Then no keys and no members change any more.</summary>
        internal bool IsStuck => room.Record.Status == RoomStatus.Open && room.Members()
            .Where(one => room.Identity.Parties.SideOf(one.Desk.By.Party) == room.Record.Turn)
            .All(one => one.End != RoomMemberEnd.None);

        /// <summary>The keys of all leaves in it.</summary>
        internal HashSet<Opaque> LeafKeysIn() => room.Group is not { } group ? []
            : [.. group.View.Members.Select(member => member.Leaf.SignatureKey)];

        /// <summary>Who is in it, each by what its party's seal says.</summary>
        internal IEnumerable<Sealed<Accreditation>> Desks() => room.Group is not { } group ? [] : group.View.Members
            .Select(member => room.Policy.Verified(member.Leaf)?.Accreditation).OfType<Sealed<Accreditation>>();

        /// <summary>The same, with the keys that orders name.</summary>
        internal IEnumerable<RoomMember> Members() => room.Group is not { } group ? [] : group.View.Members
            .Select(member => (member.Leaf, room.Policy.Verified(member.Leaf)?.Accreditation))
            .Where(one => one.Accreditation is not null)
            .Select(one => new RoomMember(one.Accreditation!, one.Leaf.SignatureKey, room.EndOf(one.Leaf)));

        private RoomMemberEnd EndOf(Mls.Tree.LeafNode leaf) =>
            room.Policy.Members.Replacements.On(leaf) is not [var latest, ..] ? RoomMemberEnd.None
                : latest.IsReplacement ? RoomMemberEnd.IsReplaced : RoomMemberEnd.IsRecalled;
    }
}
