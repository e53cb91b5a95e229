using Coulisse.Terminal;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Whether words are meant for the room they are on their way into. Words of another line are refused; those
/// of another room, said or only begun there, are asked about.</summary>
internal sealed class RightRoom(OpenDesk desk)
{
    /// <summary>Goes on if nothing speaks against it.</summary>
    /// <param name="room">Where they would go.</param>
    /// <param name="text">The words, in all their languages.</param>
    /// <param name="isHere">Whether a person has said that this room is meant.</param>
    /// <param name="keep">Told the other room when it is asked: what keeps the words until that is answered; null if
    /// nothing does, and the command is typed again.</param>
    /// <exception cref="Refusal">Much of it was said on another line.</exception>
    /// <exception cref="AskedFirst">It is asked about first.</exception>
    internal async Task DemandAsync(
        RoomId room, string text, bool isHere, Action<RoomId>? keep, CancellationToken cancel)
    {
        if (await AcrossLines.FaultOfAsync(desk, room, text, cancel) is { } across)
            throw across;
        if (isHere || text.Length == 0)
            return;
        // They are compared aside, so that the desk goes on meanwhile.
        var (known, isCaucus) = await desk.AskBothAsync(
            both => (RoomDoubt.Read(both, room, text), both.Of(room) == both.Home), cancel);
        if (RoomDoubt.Of(known, room, text) is not var (like, order))
            return;
        keep?.Invoke(like);
        var other = await desk.RoomAsync(like, cancel);
        throw new AskedFirst(DoorQuestion.OtherRoom, "Not said yet: much of it "
            + (order is { } place ? $"stands in message {place} of " : "is begun, and not said, in ")
            + (other.IsOwnSide == true
                ? $"a caucus of our own side, {like.ToString()[..8]}"
                    + (isCaucus ? ", with others of ours in it. " : ", and here the other side reads. ")
                : $"another room, {like.ToString()[..8]} with {other.Counterpart.Party}: {other.Counterpart.Office}. ")
            + (keep is null ? "If it is meant for this one, add --this-room."
                : "To say it here all the same, use the same command with --this-room and without words: they are kept "
                    + "until this desk is closed. (In coulisse talk: type the same line again.)"), like);
    }
}
