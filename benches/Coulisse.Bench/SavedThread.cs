using System.Globalization;
using System.Text;

namespace Coulisse.Bench;

/// <summary>A saved article with a thread of any size, as the import reads it: every third comment answers the one before.</summary>
internal static class SavedThread
{
    public static string Write(string title, int comments)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{title}\n\n{comments}\n\nThe two offices met again, it is reported.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{comments} comments\nDear reader, you must sign in to leave comments.\n");
        for (int written = 0, number = 1; written < comments; number++)
        {
            Comment(text, number, "  ", written++);
            if (written < comments && number % 2 == 0)
                Comment(text, 1, "    ", written++);
        }
        return text.ToString();
    }

    private static void Comment(StringBuilder text, int number, string indent, int which) => text.Append(CultureInfo.InvariantCulture,
        $"{indent}{number}. {(which % 5 == 0 ? "+1" : "0")}\n{indent}  7 November 2022 12:{which % 60:00}\n{indent}  Remark number {which}: the line should stay open, whatever else is said of it by anyone.\n");
}
