using System.Net.Sockets;
using System.Text.Json;

namespace Coulisse.Stage;

/// <summary>A desk and the person at it, who uses the command line. What they wait for is asked at the desk's door: a
/// program for each look would take most of the machine that it waits for.</summary>
public sealed class DeskOnStage(string folder, WantedDesk wanted)
{
    private const int LooksMax = 400;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private int files;

    public string Folder => wanted.Folder;

    public string Office => wanted.Office;

    public Server Server { get; } = new("Coulisse.Desk", "coulisse-desk", folder,
        ["open", wanted.Folder, "--passphrase-file", "passphrase", "--no-screens"], "The desk is open");

    /// <summary>The program that draws it, as the desk would start it.</summary>
    public ScreensOnStage Screens { get; } = new(folder, wanted.Folder);

    /// <summary>Its socket, for who says much; the caller disposes it.</summary>
    public Door Door() => new(Socket);

    /// <summary>Where it listens.</summary>
    public string Socket => Path.GetFullPath(Path.Combine(folder, wanted.Folder, "desk.socket"));

    /// <summary>What <c>room show</c> says.</summary>
    public sealed record Room(string Name, string Status, ulong Epoch, string? Tag, ulong Messages, int Waiting);

    /// <summary>One message, as <c>read</c> shows it, with every rung it has reached, the lowest first.</summary>
    public sealed record Message(ulong Order, string Office, bool IsOurs, ulong Number, string Rung, string Text,
        string? Act, IReadOnlyList<RungReached> Rungs);

    /// <summary>How far a message was, in the desk's own words, and since when.</summary>
    public sealed record RungReached(string Words, string Name, DateTimeOffset At);

    /// <summary>Asks a desk of the other side into a room; gives the room's name.</summary>
    public async Task<string> OpenRoomAsync(string with, string purpose, string excluded)
    {
        using var room = JsonDocument.Parse(await DoAsync("room", "open", "--with", with, "--purpose", purpose,
            "--excluded", excluded, "--json"));
        return room.RootElement.GetProperty("room").GetString()!;
    }

    /// <summary>Asks a desk of the own side into a caucus; gives its name.</summary>
    public async Task<string> ConferAsync(string with, string purpose)
    {
        using var room = JsonDocument.Parse(await DoAsync("caucus", "open", "--with", with, "--purpose", purpose,
            "--json"));
        return room.RootElement.GetProperty("room").GetString()!;
    }

    /// <summary>Has the other desk accept a room that this one has asked it into, and consent to it; it is open at both
    /// ends then.</summary>
    public async Task OpensWithAsync(DeskOnStage other, string room)
    {
        ArgumentNullException.ThrowIfNull(other);
        await other.UntilAsync(room, seen => seen.Status == "Invited", "proposed");
        await other.AcceptAsync(room);
        await other.UntilAsync(room, seen => seen.Status == "AsksForConsent", "seen alike at both ends");
        await other.ConsentAsync(room);
        await UntilAsync(room, seen => seen.Status == "Open", "open");
        await other.UntilAsync(room, seen => seen.Status == "Open", "open");
    }

    public Task AcceptAsync(string room) => DoAsync("room", "accept", room);

    public Task DeclineAsync(string room) => DoAsync("room", "decline", room);

    public Task ConsentAsync(string room) => DoAsync("room", "consent", room);

    /// <summary>Proposes somebody for a room that is open.</summary>
    public Task InviteAsync(string room, string whom, string reason) =>
        DoAsync("room", "invite", room, "--whom", whom, "--reason", reason);

    /// <summary>Answers whom the other side proposes: consent, or decline.</summary>
    public Task AnswerAsync(string room, bool consents, string reason) =>
        DoAsync("room", consents ? "consent" : "decline", room, "--reason", reason);

    /// <summary>Brings an order of the own party's seal.</summary>
    public Task RecallAsync(string order) => DoAsync("room", "recall", order);

    /// <summary>Asks the own party for this desk's place in a room again; gives the request's file.</summary>
    public async Task<string> ReplaceAsync(string room)
    {
        var request = $"{wanted.Folder}-{room[..8]}.leaf";
        await DoAsync("room", "replace", room, "--out", request);
        return request;
    }

    /// <summary>Who is in a room, by office, with the key that an order names.</summary>
    public async Task<Dictionary<string, string>> MembersAsync(string room)
    {
        using var answer = await AskAsync(room) ?? throw new StageException($"{wanted.Folder} has no room {room}.");
        return answer.RootElement.GetProperty("members").EnumerateArray().ToDictionary(
            member => member.GetProperty("person").GetProperty("office").GetString()!,
            member => member.GetProperty("leaf").GetString()!);
    }

    /// <summary>How far whoever was proposed last is; null if nobody was.</summary>
    public async Task<string?> ProposalAsync(string room)
    {
        using var answer = await AskAsync(room);
        return answer?.RootElement.GetProperty("proposals").EnumerateArray()
            .Select(proposal => proposal.GetProperty("state").GetString()).LastOrDefault();
    }

    /// <summary>Waits until whoever was proposed last is so far.</summary>
    /// <exception cref="StageException">They are not after half a minute.</exception>
    public async Task UntilProposalAsync(string room, string state)
    {
        for (var patience = 0; patience < LooksMax; patience++)
        {
            if (await ProposalAsync(room) == state)
                return;
            await Task.Delay(Look);
        }
        throw new StageException($"{wanted.Folder} waited in vain for a proposal to be {state}.");
    }

    /// <summary>Says these bytes; the exit code tells whether the desk took them.</summary>
    public async Task<Ended> SayAsync(string room, byte[] words, string precedence = "routine", int wait = 0)
    {
        var file = Path.Combine(folder, $"{wanted.Folder}.{Interlocked.Increment(ref files)}.txt");
        await File.WriteAllBytesAsync(file, words);
        try
        {
            return await Programs.RunAsync(folder, ["say", room, "--desk", wanted.Folder, "--file", file,
                "--precedence",
                precedence, "--wait", $"{wait}"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Does an act of the talk by its verb, once the message that it speaks of is taken; gives its
    /// number.</summary>
    public async Task<ulong> ActAsync(string room, string verb, string? text = null, ulong? to = null)
    {
        if (to is { } number)
            await UntilAsync(room, seen => seen.Messages >= number, $"{number} messages long");
        string[] spoken = to is null ? [] : ["--to", $"{to}"];
        for (var patience = 0; ; patience++)
        {
            var ended = await Programs.RunAsync(folder, [.. verb.Split(' '), room, .. spoken, "--desk", wanted.Folder,
                "--json"], text is null ? null : System.Text.Encoding.UTF8.GetBytes(text));
            if (ended.Code == 0)
            {
                using var said = JsonDocument.Parse(ended.Output);
                return said.RootElement.GetProperty("order").GetUInt64();
            }
            if (patience == 20)
                throw new StageException($"{wanted.Folder} could not do '{verb}': {ended.Error}");
            await Task.Delay(300); // what it speaks of counts once our station has taken it
        }
    }

    /// <summary>Waits until the room is at this point.</summary>
    /// <exception cref="StageException">It is not after half a minute.</exception>
    public async Task<Room> UntilAsync(string room, Func<Room, bool> isSo, string what)
    {
        Room? seen = null;
        for (var patience = 0; patience < LooksMax; patience++)
        {
            if (await FindAsync(room) is { } found && isSo(seen = found))
                return found;
            await Task.Delay(Look);
        }
        throw new StageException($"{wanted.Folder} waited in vain for the room to be {what}; it is {seen?.Status}.");
    }

    /// <summary>The room; null if this desk has none of this name yet.</summary>
    public async Task<Room?> FindAsync(string room)
    {
        using var answer = await AskAsync(room);
        if (answer is null)
            return null;
        var seen = answer.RootElement;
        return new(seen.GetProperty("room").GetString()!, seen.GetProperty("status").GetString()!,
            seen.TryGetProperty("epoch", out var epoch) ? epoch.GetUInt64() : 0,
            seen.TryGetProperty("tag", out var tag) ? tag.GetString() : null,
            seen.GetProperty("messages").GetUInt64(), seen.GetProperty("waiting").GetInt32());
    }

    /// <summary>Every room of this desk, with whom it is.</summary>
    public async Task<List<(string Name, string With)>> RoomsAsync()
    {
        using var answer = JsonDocument.Parse(await DoAsync("room", "list", "--json"));
        return [.. answer.RootElement.EnumerateArray().Select(room => (room.GetProperty("room").GetString()!,
            room.GetProperty("counterpart").GetProperty("office").GetString()!))];
    }

    /// <summary>Everything that this desk has of a room.</summary>
    public async Task<List<Message>> ReadAsync(string room)
    {
        var told = await GetAsync($"/room/messages?room={room}&after=0")
            ?? throw new StageException($"{wanted.Folder} has no room {room}, or is not open.");
        return [.. told.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line =>
        {
            using var answer = JsonDocument.Parse(line);
            if (!answer.RootElement.TryGetProperty("message", out var said) || said.ValueKind == JsonValueKind.Null)
                return (Message[])[];
            var author = said.GetProperty("author");
            return [new Message(said.GetProperty("order").GetUInt64(), author.GetProperty("office").GetString()!,
                author.GetProperty("isOurs").GetBoolean(), said.GetProperty("number").GetUInt64(),
                said.GetProperty("rung").GetString()!, said.GetProperty("text").GetString()!,
                said.TryGetProperty("act", out var act) && act.ValueKind != JsonValueKind.Null
                    ? act.GetProperty("words").GetString() : null, RungsOf(said))];
        })];
    }

    private static List<RungReached> RungsOf(JsonElement said) => [.. said.GetProperty("rungs").EnumerateArray()
        .Select(rung => new RungReached(rung.GetProperty("rung").GetString()!, rung.GetProperty("name").GetString()!,
            rung.GetProperty("at").GetDateTimeOffset()))];

    private async Task<JsonDocument?> AskAsync(string room) =>
        await GetAsync($"/room?room={room}") is { } told ? JsonDocument.Parse(told) : null;

    // Null for what the desk refuses, and where no desk is open.
    private async Task<string?> GetAsync(string place)
    {
        using var door = new HttpClient(Stage.Door.Handler(Socket));
        try
        {
            using var answer = await door.GetAsync(new Uri($"http://desk{place}"));
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or SocketException
            or TaskCanceledException)
        {
            return null;
        }
    }

    private Task<string> DoAsync(params string[] arguments) =>
        Programs.DoAsync(folder, [.. arguments, "--desk", wanted.Folder]);
}
