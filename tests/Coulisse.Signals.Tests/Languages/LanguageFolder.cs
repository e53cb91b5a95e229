using System.Text.Json.Nodes;
using Coulisse.Languages;

namespace Coulisse.Signals.Tests.Languages;

/// <summary>A copy of the language folder that a test may spoil, gone when the test ends.</summary>
internal sealed class LanguageFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("coulisse-languages-").FullName;

    internal LanguageFolder()
    {
        foreach (var file in Directory.GetFiles(InterfaceLanguages.DefaultFolder))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
    }

    internal void Change(string file, Action<JsonObject> change)
    {
        var path = System.IO.Path.Combine(Path, file);
        var json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(json);
        File.WriteAllText(path, json.ToJsonString());
    }

    internal void Add(string file, JsonObject json) =>
        File.WriteAllText(System.IO.Path.Combine(Path, file), json.ToJsonString());

    internal JsonObject English() =>
        JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Path, "en.json")))!.AsObject();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
