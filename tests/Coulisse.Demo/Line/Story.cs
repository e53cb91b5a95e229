using System.Text.Json;

namespace Coulisse.Demo.Line;

/// <summary>A story to be played over the line: scenes, each announced in two languages, and what is done in
/// them.</summary>
internal sealed record Story(IReadOnlyList<Scene> Scenes)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

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

/// <summary>One scene.</summary>
internal sealed record Scene(string En, string Fr, IReadOnlyList<Act> Acts);

/// <summary>One act: open, enter or decline a room; say; invite somebody, refuse or consent to them, come, recall; look
/// at the line, kill and start a station.</summary>
internal sealed record Act(string Do, string? Room = null, string? By = null, string? With = null,
    string? Purpose = null, string? Excluded = null, string? Text = null, string? Station = null);
