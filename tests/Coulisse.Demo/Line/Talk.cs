using System.Security.Cryptography;
using System.Text;

namespace Coulisse.Demo.Line;

/// <summary>
/// What was said on the stage, and what arrived: kept by hashes of the bytes that each command was given, compared with
/// what the other desk's command gives out.
/// </summary>
internal sealed class Talk(TwoParties parties)
{
    private readonly Dictionary<string, TalkRoom> rooms = [];

    /// <summary>A room between two desks.</summary>
    internal sealed class TalkRoom(string name, DeskOnStage creator, DeskOnStage other)
    {
        public string Name { get; } = name;

        public DeskOnStage Creator { get; } = creator;

        public DeskOnStage Other { get; } = other;

        public List<(DeskOnStage By, string Hash)> Said { get; } = [];

        public DeskOnStage ReaderOf(DeskOnStage author) => author == Creator ? Other : Creator;
    }

    /// <summary>What the comparison counted.</summary>
    internal sealed record Count(int Delivered, int Lost, int Doubled, int Reordered);

    public List<byte[]> Words { get; } = [];

    public IReadOnlyDictionary<string, TalkRoom> Rooms => rooms;

    public DeskOnStage Desk(string folder) => parties.Desks.FirstOrDefault(desk => desk.Folder == folder)
        ?? throw new StageException($"Nobody sits at '{folder}'.");

    public async Task OpenAsync(string label, DeskOnStage by, DeskOnStage with, string purpose, string excluded)
    {
        Words.Add(Encoding.UTF8.GetBytes(purpose));
        rooms[label] = new(await by.OpenRoomAsync(with.Office, purpose, excluded), by, with);
    }

    public async Task EnterAsync(string label)
    {
        var room = rooms[label];
        await room.Other.UntilAsync(room.Name, seen => seen.Status == "Invited", "proposed");
        await room.Other.AcceptAsync(room.Name);
        await room.Other.UntilAsync(room.Name, seen => seen.Status == "AsksForConsent", "seen alike at both ends");
        await room.Other.ConsentAsync(room.Name);
        foreach (var desk in (DeskOnStage[])[room.Creator, room.Other])
            await desk.UntilAsync(room.Name, seen => seen.Status == "Open", "open");
    }

    /// <summary>The one who was asked says no; the one who asked is shown that, as what it is.</summary>
    public async Task DeclineAsync(string label)
    {
        var room = rooms[label];
        await room.Other.UntilAsync(room.Name, seen => seen.Status == "Invited", "proposed");
        await room.Other.DeclineAsync(room.Name);
        await room.Creator.UntilAsync(room.Name, seen => seen.Status == "Declined", "declined");
        rooms.Remove(label);
    }

    /// <summary>Gives these bytes to the sender's command; it must take them.</summary>
    public async Task<string> SayAsync(string label, DeskOnStage by, byte[] words)
    {
        var room = rooms[label];
        var ended = await by.SayAsync(room.Name, words, wait: 2);
        if (ended.Code != 0)
            throw new StageException($"{by.Folder} could not say something: {ended.Error}");
        room.Said.Add((by, HashOf(words)));
        Words.Add(words);
        return ended.Output.Trim();
    }

    /// <summary>Waits until everything is on the other side's desks, or half a minute.</summary>
    public async Task SettleAsync()
    {
        for (var patience = 0; patience < 60 && (await CompareAsync()).Lost > 0; patience++)
            await Task.Delay(500);
    }

    /// <summary>What each reader has, beside what each author said.</summary>
    public async Task<Count> CompareAsync()
    {
        var (delivered, lost, doubled, reordered) = (0, 0, 0, 0);
        foreach (var room in rooms.Values)
        {
            foreach (var author in (DeskOnStage[])[room.Creator, room.Other])
            {
                var said = room.Said.Where(one => one.By == author).Select(one => one.Hash).ToList();
                var heard = (await room.ReaderOf(author).ReadAsync(room.Name)).Where(one => !one.IsOurs)
                    .Select(one => HashOf(Encoding.UTF8.GetBytes(one.Text))).ToList();
                delivered += heard.Count;
                lost += Without(said, heard).Count;
                doubled += Without(heard, said).Count;
                reordered += heard.Where(said.Contains).SequenceEqual(said.Where(heard.Contains)) ? 0 : 1;
            }
        }
        return new(delivered, lost, doubled, reordered);
    }

    /// <summary>What is in the first list and not, or not as often, in the second.</summary>
    private static List<string> Without(List<string> all, List<string> taken)
    {
        var left = new List<string>(taken);
        return [.. all.Where(one => !left.Remove(one))];
    }

    private static string HashOf(byte[] words) => Convert.ToHexStringLower(SHA256.HashData(words));
}
