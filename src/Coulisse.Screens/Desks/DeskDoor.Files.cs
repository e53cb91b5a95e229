using System.Net.Http.Json;
using Coulisse.Door;

namespace Coulisse.Screens.Desks;

/// <summary>What was said, found again, put on record, copied, and compared with what others report.</summary>
internal sealed partial class DeskDoor
{
    /// <summary>Where words stand, in one room or in all that this desk has.</summary>
    internal Task<Answer<FoundAnswer>> FindAsync(string words, string? room, CancellationToken cancel) =>
        caller.GetAsync($"/search?words={Uri.EscapeDataString(words)}"
            + (room is null ? "" : $"&room={Uri.EscapeDataString(room)}"), DoorJson.Default.FoundAnswer, cancel);

    /// <summary>What was signed for the record in a room.</summary>
    internal Task<Answer<IReadOnlyList<RecordAnswer>>> RecordsAsync(string room, CancellationToken cancel) =>
        caller.GetAsync(DoorCaller.Of("/room/records", room), DoorJson.Default.IReadOnlyListRecordAnswer, cancel);

    /// <summary>A text for the record, made and shown; nothing is signed.</summary>
    internal Task<Answer<RecordTextAnswer>> PrepareRecordAsync(
        string room, RecordQuestion asked, CancellationToken cancel) => caller.PostAsync(
            DoorCaller.Of("/room/record", room), JsonContent.Create(asked, DoorJson.Default.RecordQuestion),
            DoorJson.Default.RecordTextAnswer, cancel);

    /// <summary>What was proposed for the record, whole.</summary>
    internal Task<Answer<RecordTextAnswer>> RecordAsync(string room, ulong number, CancellationToken cancel) =>
        caller.GetAsync(DoorCaller.Of("/room/record", room) + $"&to={number}", DoorJson.Default.RecordTextAnswer,
            cancel);

    /// <summary>Signs the text of these digits.</summary>
    internal Task<Answer<MessageAnswer>> SignAsync(string room, string digest, CancellationToken cancel) =>
        caller.PostAsync(DoorCaller.Of("/room/record/sign", room), JsonContent.Create(new SignQuestion(digest),
            DoorJson.Default.SignQuestion), DoorJson.Default.MessageAnswer, cancel);

    /// <summary>A record as its file.</summary>
    internal Task<Answer<RecordFileAnswer>> RecordFileAsync(string room, ulong number, CancellationToken cancel) =>
        caller.GetAsync(DoorCaller.Of("/room/record/file", room) + $"&to={number}", DoorJson.Default.RecordFileAnswer,
            cancel);

    /// <summary>What of a signal or a joint release is for the page of our own side; refused if nothing is.</summary>
    internal Task<Answer<OpenItemAnswer>> OpenItemAsync(
        string room, ulong number, string language, CancellationToken cancel) =>
        caller.GetAsync(DoorCaller.Of("/room/open-item", room)
            + $"&to={number}&language={Uri.EscapeDataString(language)}", DoorJson.Default.OpenItemAnswer, cancel);

    /// <summary>A copy: registered before its text is given.</summary>
    internal Task<Answer<ExportAnswer>> CopyAsync(string room, ExportQuestion asked, CancellationToken cancel) =>
        caller.PostAsync(DoorCaller.Of("/room/export", room), JsonContent.Create(asked,
            DoorJson.Default.ExportQuestion), DoorJson.Default.ExportAnswer, cancel);

    /// <summary>The copies that left this desk.</summary>
    internal Task<Answer<IReadOnlyList<ExportAnswer>>> CopiesAsync(CancellationToken cancel) =>
        caller.GetAsync("/exports", DoorJson.Default.IReadOnlyListExportAnswer, cancel);

    /// <summary>The reports that were taken up.</summary>
    internal Task<Answer<IReadOnlyList<LeakAnswer>>> LeaksAsync(CancellationToken cancel) =>
        caller.GetAsync("/leaks", DoorJson.Default.IReadOnlyListLeakAnswer, cancel);

    /// <summary>Takes a report up, and compares it.</summary>
    internal Task<Answer<LeakAnswer>> AddLeakAsync(string name, string text, CancellationToken cancel) =>
        caller.PostAsync($"/leaks?name={Uri.EscapeDataString(name)}", Text(text), DoorJson.Default.LeakAnswer, cancel);

    /// <summary>A report, compared anew.</summary>
    internal Task<Answer<LeakAnswer>> LeakAsync(ulong number, CancellationToken cancel) =>
        caller.GetAsync($"/leak?number={number}", DoorJson.Default.LeakAnswer, cancel);

    /// <summary>What our side says of a sentence, or our line for the press.</summary>
    internal Task<Answer<LeakAnswer>> SayOfLeakAsync(LeakWord word, CancellationToken cancel) =>
        caller.PostAsync("/leak", JsonContent.Create(word, DoorJson.Default.LeakWord), DoorJson.Default.LeakAnswer,
            cancel);

    /// <summary>What our side told, promised and said in public on one subject.</summary>
    internal Task<Answer<ToldAnswer>> ToldAsync(ToldQuestion asked, CancellationToken cancel) =>
        caller.PostAsync("/told", JsonContent.Create(asked, DoorJson.Default.ToldQuestion), DoorJson.Default.ToldAnswer,
            cancel);
}
