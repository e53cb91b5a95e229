using System.Net.Http.Json;
using Coulisse.Door;

namespace Coulisse.Screens.Desks;

/// <summary>Who is in a room and on which terms. What is done in a room of our side alone is asked of the desk under
/// another address, at which it refuses every room that the other side reads.</summary>
internal sealed partial class DeskDoor
{
    /// <summary>Lets this desk be added to a room.</summary>
    internal Task<Answer<RoomAnswer>> AcceptAsync(RoomAnswer room, CancellationToken cancel) =>
        caller.PostAsync(At(room, "accept"), null, DoorJson.Default.RoomAnswer, cancel);

    /// <summary>Consents to a room, or to what is proposed in it.</summary>
    internal Task<Answer<RoomAnswer>> ConsentAsync(RoomAnswer room, ActQuestion what, bool isMeant,
        CancellationToken cancel) =>
        AnswerAsync(DoorCaller.Of("/room/consent", room.Room), what, isMeant, cancel);

    /// <summary>Declines it.</summary>
    internal Task<Answer<RoomAnswer>> DeclineAsync(RoomAnswer room, ActQuestion what, bool isMeant,
        CancellationToken cancel) =>
        AnswerAsync(At(room, "decline"), what, isMeant, cancel);

    /// <summary>Takes back what our side proposed.</summary>
    internal Task<Answer<RoomAnswer>> WithdrawAsync(RoomAnswer room, ActQuestion what, bool isMeant,
        CancellationToken cancel) =>
        AnswerAsync(DoorCaller.Of("/room/withdraw", room.Room), what, isMeant, cancel);

    /// <summary>Proposes somebody, or asks a colleague in.</summary>
    internal Task<Answer<RoomAnswer>> InviteAsync(RoomAnswer room, InviteQuestion whom, bool isMeant,
        CancellationToken cancel) => caller.PostAsync(At(room, "invite"),
            Meant(JsonContent.Create(whom, DoorJson.Default.InviteQuestion), isMeant), DoorJson.Default.RoomAnswer,
            cancel);

    /// <summary>Puts a colleague out of a caucus.</summary>
    internal Task<Answer<RoomAnswer>> PutOutAsync(RoomAnswer room, InviteQuestion whom, CancellationToken cancel) =>
        caller.PostAsync(DoorCaller.Of("/caucus/recall", room.Room),
            JsonContent.Create(whom, DoorJson.Default.InviteQuestion), DoorJson.Default.RoomAnswer, cancel);

    /// <summary>Proposes other terms.</summary>
    internal Task<Answer<RoomAnswer>> AmendAsync(RoomAnswer room, AmendQuestion terms, bool isMeant,
        CancellationToken cancel) => caller.PostAsync(At(room, "amend"),
            Meant(JsonContent.Create(terms, DoorJson.Default.AmendQuestion), isMeant), DoorJson.Default.RoomAnswer,
            cancel);

    /// <summary>Takes this desk out of a room.</summary>
    internal Task<Answer<RoomAnswer>> LeaveAsync(RoomAnswer room, CancellationToken cancel) =>
        caller.PostAsync(At(room, "leave"), null, DoorJson.Default.RoomAnswer, cancel);

    /// <summary>Brings an order of our party's seal, as its file.</summary>
    internal Task<Answer<RoomAnswer>> BringOrderAsync(string file, CancellationToken cancel) =>
        caller.PostAsync("/room/recall", JsonContent.Create(new OrderQuestion(null, File: file),
            DoorJson.Default.OrderQuestion), DoorJson.Default.RoomAnswer, cancel);

    /// <summary>Asks our party for this desk's place in a room again.</summary>
    internal Task<Answer<RequestAnswer>> ReplaceAsync(RoomAnswer room, CancellationToken cancel) =>
        caller.PostAsync(DoorCaller.Of("/room/replace", room.Room), JsonContent.Create(new ReplaceQuestion(null),
            DoorJson.Default.ReplaceQuestion), DoorJson.Default.RequestAnswer, cancel);

    /// <summary>Waits for it no longer.</summary>
    internal Task<Answer<RoomAnswer>> GiveUpAsync(RoomAnswer room, CancellationToken cancel) =>
        caller.PostAsync(DoorCaller.Of("/room/give-up", room.Room), null, DoorJson.Default.RoomAnswer, cancel);

    private Task<Answer<RoomAnswer>> AnswerAsync(string place, ActQuestion what, bool isMeant,
        CancellationToken cancel) =>
        caller.PostAsync(place, Meant(JsonContent.Create(what, DoorJson.Default.ActQuestion), isMeant),
            DoorJson.Default.RoomAnswer, cancel);

    private static string At(RoomAnswer room, string what) =>
        DoorCaller.Of($"/{(room.IsOwnSide == true ? "caucus" : "room")}/{what}", room.Room);
}
