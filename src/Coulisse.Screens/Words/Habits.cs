using System.Globalization;

namespace Coulisse.Screens.Words;

/// <summary>How the screens of this desk are used by who sits at them; remembered in the desk's folder, as the language
/// is.</summary>
internal sealed class Habits
{
    /// <summary>So long words can be taken back at most.</summary>
    internal const int HeldSecondsMax = 30;

    private const int HeldSecondsUsual = 6;
    private readonly Remembered remembered;

    internal Habits(string folder)
    {
        remembered = new(folder, "screens.held-seconds");
        HeldSeconds = Of(remembered.Read()) ?? HeldSecondsUsual;
    }

    /// <summary>For how long words can be taken back after they were said; 0: not at all.</summary>
    internal int HeldSeconds { get; private set; }

    /// <summary>So long from now on.</summary>
    /// <returns>Whether that can be.</returns>
    internal bool Hold(string? typed)
    {
        if (Of(typed) is not { } seconds)
            return false;
        HeldSeconds = seconds;
        remembered.Write(seconds.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private static int? Of(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= HeldSecondsMax ? seconds : null;
}
