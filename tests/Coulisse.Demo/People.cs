using System.Text.Json;

namespace Coulisse.Demo;

/// <summary>Somebody who can sign in.</summary>
internal sealed record Person(string Name, string Passphrase);

/// <summary>The demo's people, kept beside its page so that the next ./demo knows them.</summary>
internal sealed record People(Person Editor, Person Reader, string SealPassphrase, List<string> ImportedTexts)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static People New() => new(
        new("Desk Editor Aldine", Words.Passphrase()), new("Corin of the Ferry", Words.Passphrase()), Words.Passphrase(), []);

    public static People? Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<People>(File.ReadAllText(path)) : null;

    public void Write(string path)
    {
        PrivateFile.Write(path + ".new", JsonSerializer.Serialize(this, Indented));
        File.Move(path + ".new", path, overwrite: true);
    }
}

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFile
{
    public static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(new FileStream(path, options));
        writer.Write(text);
    }
}
