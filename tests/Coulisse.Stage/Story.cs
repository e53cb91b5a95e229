using System.Text.Json;

namespace Coulisse.Stage;

/// <summary>A story to be played over the line: scenes, each announced in two languages, and what is done in
/// them.</summary>
public sealed record Story(IReadOnlyList<Scene> Scenes)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>One scene alone, behind the opening of the rooms that it is played in and what it follows on.</summary>
    /// <exception cref="StageException">There is none of that name.</exception>
    public Story Only(string name)
    {
        var scene = Named(name);
        IEnumerable<Scene> played = [.. Before(scene), scene, .. scene.Then is { } then ? (Scene[])[Named(then)] : []];
        played = [.. played.Distinct()];
        var rooms = played.SelectMany(one => one.Acts).Where(act => act.Do is not ("open" or "decline"))
            .SelectMany(act => (string?[])[act.Room, act.Do == "convey" ? act.With : null]).OfType<string>()
            .ToHashSet();
        var opening = Scenes.TakeWhile(one => one != played.First()).SelectMany(one => one.Acts)
            .Where(act => act.Do is "open" or "enter" && rooms.Contains(act.Room!)).ToList();
        return new([.. opening.Count == 0 ? (Scene[])[]
            : [new("", "First the room.", "D'abord la salle.", opening)], .. played]);
    }

    private IEnumerable<Scene> Before(Scene scene) => (scene.After ?? []).Select(Named)
        .SelectMany(one => (Scene[])[.. Before(one), one]);

    private Scene Named(string name) => Scenes.FirstOrDefault(one => one.Name == name) ?? throw new StageException(
        $"There is no scene '{name}'. There are: {string.Join(", ", Scenes.Select(one => one.Name))}.");

    /// <exception cref="StageException">The file is none.</exception>
    public static Story Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Story>(File.ReadAllBytes(file), Options)
                ?? throw new StageException($"'{file}' holds no story.");
        }
        catch (JsonException broken)
        {
            throw new StageException($"'{file}' is no story: {broken.Message}");
        }
    }
}

/// <summary>One scene; its name, by which it is played alone; then also the later one that belongs to it, and before it
/// those that it follows on.</summary>
public sealed record Scene(string Name, string En, string Fr, IReadOnlyList<Act> Acts, string? Then = null,
    IReadOnlyList<string>? After = null);

/// <summary>One act: open, enter or decline a room; say; invite somebody, refuse or consent to them, come, recall;
/// propose other terms; do what an act of a talk is, by a verb, or find that one cannot; put on record; compare a
/// report with what was said, and what was told here and there with what was said in public; look at a room's head;
/// propose terms of a file, consent to them, find that they keep something off the record; propose terms of the whole
/// line, decline or sign them, find that no room is wider;
/// look at the line or at what a talk has come to; kill and start a station; confer among one's own, be stopped, look
/// for what the other side has of that; schedule a signal on a page and look at it once it is given; open a text at the
/// agreed minute, or late; convey words from one room to another.</summary>
/// <param name="Do">Which.</param>
/// <param name="Room">Where, by the story's name for it.</param>
/// <param name="By">Whose desk.</param>
/// <param name="With">Whom, or what, it is about.</param>
/// <param name="Purpose">What a room is for.</param>
/// <param name="Excluded">What it is not for.</param>
/// <param name="Text">The words; {minute} in them is the agreed one, {later} half an hour after it.</param>
/// <param name="Station">Whose station.</param>
/// <param name="Verb">What is typed behind <c>coulisse</c>; a word that begins with @ is the story's name for a
/// room.</param>
/// <param name="To">The message that is spoken of, by the name it was given.</param>
/// <param name="As">The name of the message that this act says.</param>
/// <param name="Shows">What has to stand in what the desk shows then; else the play ends.</param>
public sealed record Act(string Do, string? Room = null, string? By = null, string? With = null,
    string? Purpose = null, string? Excluded = null, string? Text = null, string? Station = null,
    string? Verb = null, string? To = null, string? As = null, IReadOnlyList<string>? Shows = null);
