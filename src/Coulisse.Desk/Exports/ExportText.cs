using System.Globalization;
using System.Text;
using Coulisse.Terminal;

namespace Coulisse.Desk.Exports;

/// <summary>
/// A copy of messages as text that a person reads. It says of itself that it proves nothing, carries its number and
/// whose it is above every message, and says at its end how many there were. Words stand behind a bar, and what would
/// turn or hide what is read is shown as a mark, so that no words can pass for a line of the copy.
/// </summary>
internal static class ExportText
{
    /// <summary>A message as it is written.</summary>
    internal sealed record Message(ulong Order, string Author, ulong Number, DateTimeOffset Written, string Words,
        bool IsAct);

    /// <summary>What a copy says of itself.</summary>
    internal sealed record Head(ulong Number, string By, string For, string Room, string With, string Purpose,
        DateTimeOffset At, string? Against = null);

    internal static string Of(Head head, IReadOnlyList<Message> messages)
    {
        var text = new StringBuilder();
        var mark = string.Create(CultureInfo.InvariantCulture, $"[copy {head.Number} of {PlainLine.Of(head.By)}")
            + (head.For.Length == 0 ? "]" : $", for {PlainLine.Of(head.For)}]");
        text.Append(CultureInfo.InvariantCulture, $"COPY {head.Number}: NO COUNTERSIGNED RECORD\n{mark}\n")
            .Append("This is what one desk has of a room. Nobody has signed it, and it proves nothing to an "
                + "outsider.\n")
            .Append("This copy is numbered and registered at the desk that made it.\n\n")
            .Append(CultureInfo.InvariantCulture, $"Room: {head.Room} with {PlainLine.Of(head.With)}\n")
            .Append(CultureInfo.InvariantCulture, $"Purpose: {PlainLine.Of(head.Purpose)}\n")
            .Append(CultureInfo.InvariantCulture, $"Made: {Instant(head.At)} by that desk's clock\n")
            .Append(head.Against is null ? "" : $"AGAINST THE TERMS OF THE ROOM, which are: {head.Against}.\n")
            .Append(CultureInfo.InvariantCulture, $"Messages: {messages.Count}\n");
        for (var place = 1; place <= messages.Count; place++)
        {
            var one = messages[place - 1];
            text.Append(CultureInfo.InvariantCulture, $"\n{mark}\nMessage {place} of {messages.Count}: ")
                .Append(CultureInfo.InvariantCulture, $"{one.Order} here, {one.Number} of {PlainLine.Of(one.Author)}, ")
                .Append(CultureInfo.InvariantCulture, $"{Instant(one.Written)} by its author's clock")
                .Append(one.IsAct ? ", an act\n" : "\n");
            foreach (var line in PlainLine.Lines(one.Words).Split('\n'))
                text.Append("| ").Append(line).Append('\n');
        }
        return text.Append(CultureInfo.InvariantCulture,
            $"\nCOPY {head.Number} ENDS HERE, after {messages.Count} messages. {mark}\n").ToString();
    }

    private static string Instant(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
