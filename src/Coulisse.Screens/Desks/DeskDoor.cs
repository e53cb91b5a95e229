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

    /// <summary>Both parties, as their seals have it.</summary>
    internal Task<Answer<PartiesAnswer>> PartiesAsync(CancellationToken cancel) =>
        caller.GetAsync("/line/parties", DoorJson.Default.PartiesAnswer, cancel);

    /// <summary>Our newest letter, as a file.</summary>
    internal Task<Answer<LetterAnswer>> LetterAsync(CancellationToken cancel) =>
        caller.GetAsync("/line/letter", DoorJson.Default.LetterAnswer, cancel);

    /// <summary>The same as texts for codes.</summary>
    internal Task<Answer<LetterCodesAnswer>> LetterCodesAsync(CancellationToken cancel) =>
        caller.GetAsync("/line/letter/codes", DoorJson.Default.LetterCodesAnswer, cancel);

    /// <summary>What codes that were read come to.</summary>
    internal Task<Answer<JoinedLetterAnswer>> JoinLetterAsync(IReadOnlyList<string> texts, CancellationToken cancel) =>
        caller.PostAsync("/line/letter/join", JsonContent.Create(new LetterCodesAnswer(texts),
            DoorJson.Default.LetterCodesAnswer), DoorJson.Default.JoinedLetterAnswer, cancel);

    /// <summary>How a letter that was given stands to what is recognised.</summary>
    internal Task<Answer<GivenLetterAnswer>> LookAtLetterAsync(string letter, CancellationToken cancel) =>
        caller.PostAsync("/line/letter/look", Text(letter), DoorJson.Default.GivenLetterAnswer, cancel);

    /// <summary>Puts it into the desk's folder, if it is a newer one of the seal that is recognised.</summary>
    internal Task<Answer<GivenLetterAnswer>> KeepLetterAsync(string letter, CancellationToken cancel) =>
        caller.PostAsync("/line/letter/keep", Text(letter), DoorJson.Default.GivenLetterAnswer, cancel);

    internal Task<Answer<ComparedAnswer>> CompareAsync(CompareQuestion asked, CancellationToken cancel) =>
        caller.PostAsync("/line/compare", JsonContent.Create(asked, DoorJson.Default.CompareQuestion),
            DoorJson.Default.ComparedAnswer, cancel);

    /// <summary>What the desk knows of the line over time.</summary>
    internal Task<Answer<LinePastAnswer>> PastAsync(CancellationToken cancel) =>
        caller.GetAsync("/line/past", DoorJson.Default.LinePastAnswer, cancel);

    /// <summary>What a room's acts come to.</summary>
    internal Task<Answer<TalkAnswer>> TalkAsync(string room, CancellationToken cancel) =>
        caller.GetAsync(DoorCaller.Of("/room/talk", room), DoorJson.Default.TalkAnswer, cancel);

    /// <summary>Says something; the desk has it on its disk when this says so, and no draft of it any more.</summary>
    /// <param name="room">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="isInDoubt">Whether the same words may have been taken already.</param>
    /// <param name="isMeant">Whether they are said whatever would be asked about them.</param>
    /// <param name="cancel">Ends the waiting, not the saying.</param>
    internal Task<Answer<MessageAnswer>> SayAsync(
        RoomAnswer room, string text, bool isInDoubt, bool isMeant, CancellationToken cancel)
    {
        var content = Text(text);
        content.Headers.Add(DoorHeaders.Precedence, "routine");
        content.Headers.Add(DoorHeaders.Room, isMeant ? DoorHeaders.ThisRoom : DoorHeaders.AskRoom);
        if (isInDoubt && !isMeant)
            content.Headers.Add(DoorHeaders.Once, "yes");
        return caller.PostAsync(At(room, "messages"), content, DoorJson.Default.MessageAnswer, cancel);
    }

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

    private static ByteArrayContent Text(string text) => new(Encoding.UTF8.GetBytes(text));
}
