using Coulisse.Door;
using Coulisse.Terminal;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Words were not said, because whoever says them may be mistaken: which question they are asked.</summary>
#pragma warning disable CA1032, CA1710 // Thrown with both alone; named for what the user meets.
internal sealed class AskedFirst(DoorQuestion question, string sentence, RoomId? room = null) : Exception(sentence)
#pragma warning restore CA1032, CA1710
{
    /// <summary>To whoever asked through the door.</summary>
    internal RefusedAnswer Answer => new(Message, (int)ExitCode.SaidNo, question,
        Room: room?.ToString());
}
