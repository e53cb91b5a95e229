using System.Globalization;

namespace Coulisse.Screens.Words;

/// <summary>How the screens of this desk are used by who sits at them; remembered in the desk's folder, as the language
/// is.</summary>
internal sealed class Habits
{
    /// <summary>So long words can be taken back at most.</summary>
    internal const int HeldSecondsMax = 30;

    private const int HeldSecondsUsual = 6;
    private const string FileName = "screens.held-seconds";

    private readonly string remembered;

    internal Habits(string folder)
    {
        remembered = Path.Combine(folder, FileName);
        HeldSeconds = Remembered() is >= 0 and <= HeldSecondsMax and var seconds ? seconds : HeldSecondsUsual;
    }

    /// <summary>For how long words can be taken back after they were said; 0: not at all.</summary>
    internal int HeldSeconds { get; private set; }

    /// <summary>So long from now on.</summary>
    /// <returns>Whether that can be.</returns>
    internal bool Hold(string? typed)
    {
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > HeldSecondsMax)
            return false;
        HeldSeconds = seconds;
        try
        {
            File.WriteAllText(remembered, seconds.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // so until the program ends, then as it was
        }
        return true;
    }

    private int? Remembered()
    {
        try
        {
            return int.TryParse(File.ReadAllText(remembered), NumberStyles.None, CultureInfo.InvariantCulture,
                out var seconds) ? seconds : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
