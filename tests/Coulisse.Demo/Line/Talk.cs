using System.Security.Cryptography;
using System.Text;

namespace Coulisse.Demo.Line;

/// <summary>
/// What was said on the stage, and what arrived: kept by hashes of the bytes that each command was given, compared with
/// what the other desk's command gives out.
/// </summary>
internal sealed partial class Talk(TwoParties parties)
{
    private readonly Dictionary<string, TalkRoom> rooms = [];

    /// <summary>A room between two desks, and whoever was let in for a while.</summary>
    internal sealed class TalkRoom(string name, DeskOnStage creator, DeskOnStage other)
    {
        private readonly Dictionary<DeskOnStage, (int From, int Until)> members =
            new() { [creator] = (0, int.MaxValue), [other] = (0, int.MaxValue) };

        public string Name { get; } = name;

        public DeskOnStage Creator { get; } = creator;

        public DeskOnStage Other { get; } = other;

        public List<(DeskOnStage By, string Hash)> Said { get; } = [];

        public IEnumerable<DeskOnStage> Readers => members.Keys;

        /// <summary>Whom one of the two that opened it speaks with.</summary>
        public DeskOnStage Facing(DeskOnStage desk) => desk == Creator ? Other : Creator;

        /// <summary>What is said from now on is for them too.</summary>
        public void Came(DeskOnStage desk) => members[desk] = (Said.Count, int.MaxValue);

        /// <summary>What is said from now on is not.</summary>
        public void Went(DeskOnStage desk) => members[desk] = (members[desk].From, Said.Count);

        /// <summary>What an author said for a reader.</summary>
        public List<string> SaidFor(DeskOnStage reader, DeskOnStage author) =>
            [.. Said.Take(members[reader].Until).Skip(members[reader].From).Where(one => one.By == author)
                .Select(one => one.Hash)];
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

    /// <summary>Somebody is proposed for a room, and the other side's person answers; both sides see it so.</summary>
    public async Task InviteAsync(string label, DeskOnStage by, DeskOnStage whom, string reason)
    {
        Words.Add(Encoding.UTF8.GetBytes(reason));
        await by.InviteAsync(rooms[label].Name, whom.Office, reason);
        await rooms[label].Other.UntilProposalAsync(rooms[label].Name, "Proposed");
    }

    public async Task AnswerAsync(string label, DeskOnStage by, bool consents, string reason)
    {
        Words.Add(Encoding.UTF8.GetBytes(reason));
        await by.AnswerAsync(rooms[label].Name, consents, reason);
        await rooms[label].Creator.UntilProposalAsync(rooms[label].Name, consents ? "Consented" : "Declined");
    }

    /// <summary>Whom both sides want accepts, and is let in.</summary>
    public async Task ComeAsync(string label, DeskOnStage whom)
    {
        var room = rooms[label];
        await whom.UntilAsync(room.Name, seen => seen.Status == "Invited", "asked in");
        await whom.AcceptAsync(room.Name);
        await whom.UntilAsync(room.Name, seen => seen.Status == "Open", "let in");
        foreach (var desk in (DeskOnStage[])[room.Creator, room.Other])
            await desk.UntilProposalAsync(room.Name, "CarriedOut");
        if ((await whom.ReadAsync(room.Name)).Count > 0)
            throw new StageException($"{whom.Folder} reads what was said before they came.");
        room.Came(whom);
    }

    /// <summary>Their own party's seal orders them out; when this returns their desk has no key of the room.</summary>
    public async Task RecallAsync(string label, DeskOnStage by, DeskOnStage whom)
    {
        var room = rooms[label];
        await SettleAsync();
        var leaf = (await by.MembersAsync(room.Name))[whom.Office];
        var party = parties.Parties.First(one => one.Desks.Contains(whom));
        await by.RecallAsync(await party.OrderOutAsync(room.Name, leaf));
        await whom.UntilAsync(room.Name, seen => seen.Status == "Left", "taken out");
        room.Went(whom);
        if ((await whom.SayAsync(room.Name, Encoding.UTF8.GetBytes("Am I still there?"))).Code == 0)
            throw new StageException($"{whom.Folder} can still speak after their recall.");
    }

    /// <summary>A room of one side alone: a colleague is asked in and comes; nobody else is needed.</summary>
    public async Task ConferAsync(string label, DeskOnStage by, DeskOnStage with, string purpose)
    {
        Words.Add(Encoding.UTF8.GetBytes(purpose));
        var room = rooms[label] = new(await by.ConferAsync(with.Office, purpose), by, with);
        await with.UntilAsync(room.Name, seen => seen.Status == "Invited", "asked in");
        await with.AcceptAsync(room.Name);
        foreach (var desk in (DeskOnStage[])[by, with])
            await desk.UntilAsync(room.Name, seen => seen.Status == "Open", "open");
    }

    /// <summary>Words that may not leave: what the desk says of them.</summary>
    public async Task<string> StoppedAsync(string label, DeskOnStage by, byte[] words)
    {
        Words.Add(words);
        var ended = await by.SayAsync(rooms[label].Name, words);
        return ended.Code == 6 ? ended.Error.Trim()
            : throw new StageException($"{by.Folder} could say what its side has not approved.");
    }

    /// <summary>Looks for a room's name in all that the other side's station has, and in every bundle sent to it; how
    /// many files that were.</summary>
    public async Task<int> NothingOfItAsync(string label)
    {
        await SettleAsync();
        var (name, own) = (Convert.FromHexString(rooms[label].Name),
            parties.Parties.First(party => party.Desks.Contains(rooms[label].Creator)));
        var files = Directory.GetFiles(Path.Combine(parties.Folder, own.Bundles)).Concat(parties.Parties
            .Where(party => party != own)
            .SelectMany(party => Directory.GetFiles(Path.Combine(parties.Folder, party.StationFolder)))).ToList();
        return files.Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(name) >= 0)
            ? throw new StageException("The other side's station has something of a caucus.") : files.Count;
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
            foreach (var reader in room.Readers)
            {
                var all = await reader.ReadAsync(room.Name);
                foreach (var author in room.Readers.Where(one => one != reader))
                    Add(room.SaidFor(reader, author), [.. all.Where(one => one.Office == author.Office
                        && one.Act is null).Select(one => HashOf(Encoding.UTF8.GetBytes(one.Text)))]);
            }
        }
        return new(delivered, lost, doubled, reordered);

        void Add(List<string> said, List<string> heard)
        {
            delivered += heard.Count;
            lost += Without(said, heard).Count;
            doubled += Without(heard, said).Count;
            reordered += heard.Where(said.Contains).SequenceEqual(said.Where(heard.Contains)) ? 0 : 1;
        }
    }

    /// <summary>What is in the first list and not, or not as often, in the second.</summary>
    private static List<string> Without(List<string> all, List<string> taken)
    {
        var left = new List<string>(taken);
        return [.. all.Where(one => !left.Remove(one))];
    }

    private static string HashOf(byte[] words) => Convert.ToHexStringLower(SHA256.HashData(words));
}
