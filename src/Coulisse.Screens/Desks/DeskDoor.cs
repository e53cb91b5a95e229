using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using Coulisse.Door;

namespace Coulisse.Screens.Desks;

/// <summary>The desk that is open in a folder, as its screens ask and use it.</summary>
internal sealed partial class DeskDoor(string folder) : IDisposable
{
    private readonly DoorCaller caller = new(Path.GetFullPath(Path.Combine(folder, DoorConnection.SocketName)));

    /// <summary>Messages after one, at most so many.</summary>
    internal Task<Answer<IReadOnlyList<MessageAnswer>>> PageAsync(
        string room, ulong after, int most, CancellationToken cancel) =>
        caller.GetAsync($"{DoorCaller.Of("/room/page", room, after)}&most={most}",
            DoorJson.Default.IReadOnlyListMessageAnswer, cancel);

    /// <summary>The first message of a room that was here at an instant or after it.</summary>
    internal Task<Answer<PlaceAnswer>> FirstOnAsync(string room, DateTimeOffset at, CancellationToken cancel) =>
        caller.GetAsync($"{DoorCaller.Of("/room/first", room)}&at={at.ToUnixTimeMilliseconds()}",
            DoorJson.Default.PlaceAnswer, cancel);

    internal Task<Answer<DraftAnswer>> DraftAsync(string room, CancellationToken cancel) =>
        caller.GetAsync(DoorCaller.Of("/room/draft", room), DoorJson.Default.DraftAnswer, cancel);

    internal Task<Answer<DraftAnswer>> KeepDraftAsync(string room, string text, CancellationToken cancel) =>
        caller.PostAsync(DoorCaller.Of("/room/draft", room), Text(text), DoorJson.Default.DraftAnswer, cancel);

    /// <summary>Has the desk hold words that are said here and can still be taken back; nothing has left it when this
    /// says so.</summary>
    internal Task<Answer<DraftAnswer>> HoldAsync(
        RoomAnswer room, string text, bool isMeant, CancellationToken cancel) =>
        caller.PostAsync(At(room, "held"), Spoken(text, isMeant), DoorJson.Default.DraftAnswer, cancel);

    /// <summary>Says them, if they are still held.</summary>
    internal Task<Answer<MessageAnswer>> LetGoAsync(
        RoomAnswer room, string text, bool isMeant, CancellationToken cancel) =>
        caller.PostAsync(At(room, "held/go"), Spoken(text, isMeant), DoorJson.Default.MessageAnswer, cancel);

    /// <summary>They are a draft again.</summary>
    internal Task<Answer<DraftAnswer>> TakeBackAsync(RoomAnswer room, CancellationToken cancel) =>
        caller.PostAsync(At(room, "held/back"), null, DoorJson.Default.DraftAnswer, cancel);

    /// <summary>An act that was begun and not said; empty if there is none.</summary>
    internal Task<Answer<DraftAnswer>> SheetAsync(string room, CancellationToken cancel) =>
        caller.GetAsync(SheetOf(room), DoorJson.Default.DraftAnswer, cancel);

    internal Task<Answer<DraftAnswer>> KeepSheetAsync(string room, string text, CancellationToken cancel) =>
        caller.PostAsync(SheetOf(room), Text(text), DoorJson.Default.DraftAnswer, cancel);

    /// <summary>A new room that was begun and not asked for; empty if there is none.</summary>
    internal Task<Answer<DraftAnswer>> OpeningAsync(CancellationToken cancel) =>
        caller.GetAsync("/rooms/draft", DoorJson.Default.DraftAnswer, cancel);

    internal Task<Answer<DraftAnswer>> KeepOpeningAsync(string text, CancellationToken cancel) =>
        caller.PostAsync("/rooms/draft", Text(text), DoorJson.Default.DraftAnswer, cancel);

    /// <summary>The room that would be asked for; nothing is.</summary>
    internal Task<Answer<RoomLookAnswer>> LookAtRoomAsync(
        RoomQuestion asked, bool isOwnSide, CancellationToken cancel) => caller.PostAsync(
            isOwnSide ? "/caucus/try" : "/rooms/try", JsonContent.Create(asked, DoorJson.Default.RoomQuestion),
            DoorJson.Default.RoomLookAnswer, cancel);

    /// <summary>Asks for a new room, of both sides or of our own.</summary>
    internal Task<Answer<RoomAnswer>> OpenRoomAsync(
        RoomQuestion asked, bool isOwnSide, CancellationToken cancel) => caller.PostAsync(
            isOwnSide ? "/caucus" : "/rooms", JsonContent.Create(asked, DoorJson.Default.RoomQuestion),
            DoorJson.Default.RoomAnswer, cancel);

    /// <summary>What the desk would say; nothing is said.</summary>
    internal Task<Answer<ActAnswer>> TryAsync(RoomAnswer room, TalkQuestion asked, CancellationToken cancel) =>
        caller.PostAsync(At(room, "act/try"), JsonContent.Create(asked,
            DoorJson.Default.TalkQuestion), DoorJson.Default.ActAnswer, cancel);

    /// <summary>Does an act; the desk has it on its disk when this says so.</summary>
    internal Task<Answer<MessageAnswer>> DoAsync(RoomAnswer room, TalkQuestion asked, CancellationToken cancel) =>
        caller.PostAsync(At(room, "act"), JsonContent.Create(asked, DoorJson.Default.TalkQuestion),
            DoorJson.Default.MessageAnswer, cancel);

    /// <summary>What a room's acts come to.</summary>
    internal Task<Answer<TalkAnswer>> TalkAsync(string room, CancellationToken cancel) =>
        caller.GetAsync(DoorCaller.Of("/room/talk", room), DoorJson.Default.TalkAnswer, cancel);

    /// <summary>Whether this is the desk's passphrase; refused if not.</summary>
    internal Task<Answer<UnlockAnswer>> UnlockAsync(string passphrase, CancellationToken cancel) =>
        caller.PostAsync("/unlock", Text(passphrase), DoorJson.Default.UnlockAnswer, cancel);

    /// <summary>The line, now and whenever anything has changed; ends when the desk goes.</summary>
    internal async IAsyncEnumerable<LineAnswer> FollowAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var news in caller.FollowAsync("/line/news", cancel))
        {
            if (news is Answer<NewsAnswer>.Given { Value.Line: { } told })
                yield return told;
        }
    }

    public void Dispose() => caller.Dispose();

    private static string SheetOf(string room) => DoorCaller.Of("/room/draft", room) + "&of=sheet";

    private static ByteArrayContent Spoken(string text, bool isMeant)
    {
        var content = Text(text);
        Meant(content, isMeant);
        return content;
    }

    // Whether a person has said that words which stand in another room are meant for this one.
    private static HttpContent Meant(HttpContent content, bool isMeant)
    {
        content.Headers.Add(DoorHeaders.Room, isMeant ? DoorHeaders.ThisRoom : DoorHeaders.AskRoom);
        return content;
    }

    private static ByteArrayContent Text(string text) => new(Encoding.UTF8.GetBytes(text));
}
