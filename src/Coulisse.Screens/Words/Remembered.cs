namespace Coulisse.Screens.Words;

/// <summary>A word about how the screens of this desk are used, remembered in a file of the desk's folder. A folder
/// that cannot be written or read is no fault: then nothing is remembered.</summary>
internal sealed class Remembered(string folder, string name)
{
    private const int BytesMax = 35;

    private readonly string file = Path.Combine(folder, name);

    /// <summary>Null if there is none.</summary>
    internal string? Read()
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: <= BytesMax } ? File.ReadAllText(file).Trim() : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal void Write(string word)
    {
        try
        {
            File.WriteAllText(file, word);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // so until the program ends, then as it was
        }
    }
}
