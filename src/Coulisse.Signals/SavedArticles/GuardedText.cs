using System.Text;

namespace Coulisse.Signals.SavedArticles;

/// <summary>Lines being written, each with the place it stands in, so that text which looks like a mark gets a
/// guard.</summary>
internal sealed class GuardedText
{
    internal enum Place
    {
        /// <summary>Ours: never guarded.</summary>
        Mark,
        Guarded,
        Title,
        BodyTop,
        Body,
        Notice,
        Comment,
    }

    /// <summary>A comment's date stands at most this many lines below its number (score, author, date).</summary>
    private const int LinesToDateMax = 3;

    private readonly List<(Place Place, int Indent, string Text)> _lines = [];

    internal void Blank() => _lines.Add((Place.Mark, 0, ""));

    internal void AddMark(string text, int indent = 0) => _lines.Add((Place.Mark, indent, text));

    /// <summary>Guards the first line, which is enough to make the paragraph plain text.</summary>
    internal void AddGuarded(string paragraph, int indent = 0)
    {
        Add(Place.Comment, paragraph, indent, out var first);
        _lines[first] = _lines[first] with { Place = Place.Guarded };
    }

    internal void Add(Place place, string paragraph, int indent = 0)
    {
        Add(place is Place.BodyTop ? Place.Body : place, paragraph, indent, out var first);
        _lines[first] = _lines[first] with { Place = place };
    }

    internal void AddQuoted(IEnumerable<string> paragraphs, int indent)
    {
        var isFirst = true;
        foreach (var paragraph in paragraphs)
        {
            if (!isFirst) AddMark(">", indent);
            isFirst = false;
            foreach (var line in paragraph.Split('\n')) AddMark("> " + line, indent);
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var at = 0; at < _lines.Count; at++)
        {
            var (place, indent, line) = _lines[at];
            if (line.Length > 0)
            {
                text.Append(' ', indent);
                if (NeedsGuard(place, line, at)) text.Append(Characters.Guard);
                text.Append(line);
            }
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private void Add(Place place, string paragraph, int indent, out int first)
    {
        first = _lines.Count;
        foreach (var line in paragraph.Split('\n')) _lines.Add((place, indent, line));
    }

    private bool NeedsGuard(Place place, string line, int at) => place switch
    {
        Place.Mark => false,
        Place.Guarded => true,
        _ when Characters.IsInvisible(line[0]) => true, // behind it, blanks would count as columns
        Place.Title => line[0] == '<',
        Place.Notice => !NoticeLine.Speaks(line) || MarkLine.Read(line) is not null || CountLine.Read(line) is not null,
        Place.Comment => BodyMarks.IsQuoted(line) || MayOpenComment(line, at),
        Place.Body => IsBodyMark(line, at),
        Place.BodyTop => CountLine.ReadLone(line) is not null || IsBodyMark(line, at),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private bool IsBodyMark(string line, int at) =>
        BodyMarks.Any(line) || CountLine.Read(line) is not null || NoticeLine.SpeaksInFull(line)
            || MayOpenComment(line, at);

    private bool MayOpenComment(string line, int at)
    {
        if (MarkLine.Read(line) is not { } mark) return false;
        if (mark is { Score: not null, Author: null }) return true;
        for (int next = at + 1, left = LinesToDateMax; next < _lines.Count && left > 0; next++)
        {
            if (_lines[next].Text.Length == 0) continue;
            if (DateLine.Read(_lines[next].Text) is not DateLine.SomethingElse) return true;
            if (MarkLine.ReadScore(_lines[next].Text) is not null) return true;
            left--;
        }
        return false;
    }
}
