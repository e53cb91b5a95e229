using System.Globalization;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>A report with what it is like, for a person at a terminal.</summary>
internal static class LeakText
{
    internal static void Write(LeakAnswer leak, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Report {leak.Number}: "
            + $"{PlainLine.Of(leak.Name)}"));
        foreach (var sentence in leak.Sentences)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{sentence.Number}  (line {sentence.Line}) {PlainLine.Of(sentence.Text)}{MarkOf(sentence.Mark)}"));
            foreach (var like in sentence.Like)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"    like {like.Hundredths} in 100: message ")
                    + string.Create(CultureInfo.InvariantCulture, $"{like.Message} of room {like.Room[..8]}, ")
                    + $"{ScreenText.Person(like.Author)}: “{PlainLine.Of(like.Text)}”"
                    + (like.Copies.Count == 0 ? "; in no copy of this desk"
                        : $"; in copies {string.Join(", ", like.Copies)}"));
        }
        foreach (var copy in leak.Copies)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Copy {copy.Number}")
                + (copy.For.Length == 0 ? "" : $", for {PlainLine.Of(copy.For)}") + string.Create(
                    CultureInfo.InvariantCulture, $", is consistent with the report: it holds words like {copy.Holds} ")
                + string.Create(CultureInfo.InvariantCulture, $"of the {copy.Of} sentences that are like ")
                + "something said.");
        output.WriteLine("Like words are no proof: they may have been said elsewhere, or come from anybody who was "
            + "there. What was said in other words or another language is not found.");
        if (leak.Line.Length > 0)
            output.WriteLine($"Our line: {PlainLine.Lines(leak.Line)}");
    }

    private static string MarkOf(string? mark) => mark switch
    {
        null => "",
        "Accurate" => "  [accurate]",
        "Inaccurate" => "  [inaccurate]",
        _ => "  [not ours to say]",
    };
}
