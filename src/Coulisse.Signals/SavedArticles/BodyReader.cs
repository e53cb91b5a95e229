using System.Collections.Immutable;
using System.Text;

namespace Coulisse.Signals.SavedArticles;

/// <summary>
/// Reads the lines between title and thread into blocks. Lines that touch make one paragraph. Marked blocks: "> "
/// quotes, "## " heads, a bullet or two hyphens in a row list; lines indented four columns beyond the body quote.
/// One dash line right after a paragraph or quotation says whose words those were.
/// </summary>
internal sealed class BodyReader(SavedLine[] lines, ReportDraft report)
{
    private const int QuotedColumns = 4;

    private enum Sort
    {
        Paragraph,
        Quoted,
        Heading,
        Item,
        Dash,
    }

    /// <param name="Group">Elements of one list or one quotation share it.</param>
    private sealed class Element(int line, Sort kind, int group)
    {
        private string _text = "";
        private StringBuilder? _joined;

        internal int Line => line;

        internal Sort Kind => kind;

        internal int Group => group;

        /// <summary>One of its lines was guarded, so that it is a paragraph whatever it looks like.</summary>
        internal bool Guarded { get; private set; }

        internal string Text => _joined?.ToString() ?? _text;

        internal char First => _text[0];

        internal Element With(string text, bool guarded = false, char between = '\n')
        {
            if (_text.Length == 0) _text = text;
            else (_joined ??= new StringBuilder(_text)).Append(between).Append(text);
            Guarded |= guarded;
            return this;
        }
    }

    internal ImmutableArray<ArticleBlock> Read(int start, int end)
    {
        var blocks = ImmutableArray.CreateBuilder<ArticleBlock>();
        var elements = Elements(start, end);
        for (var at = 0; at < elements.Count;)
            blocks.Add(Block(elements, ref at));
        return blocks.ToImmutable();
    }

    private ArticleBlock Block(List<Element> elements, ref int at)
    {
        var element = elements[at];
        switch (element.Kind)
        {
            case Sort.Quoted:
                return new ArticleBlock.Quotation(Run(elements, ref at, element), Attribution(elements, ref at));
            case Sort.Heading:
                at++;
                return new ArticleBlock.Heading(element.Text);
            case Sort.Item:
            case Sort.Dash when IsHyphenList(elements, at):
                return new ArticleBlock.ListItems(Run(elements, ref at, element));
            case Sort.Dash:
                at++;
                return new ArticleBlock.Paragraph(element.Text);
            case Sort.Paragraph:
                return Paragraph(elements, ref at);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private ArticleBlock Paragraph(List<Element> elements, ref int at)
    {
        var element = elements[at++];
        if (Attribution(elements, ref at) is { } attribution)
        {
            report.Assume(AssumptionKind.QuotationGuessed, element.Line);
            return new ArticleBlock.Quotation([element.Text], attribution);
        }
        if (element.Guarded || at == elements.Count || !BodyMarks.LooksLikeHeading(element.Text))
            return new ArticleBlock.Paragraph(element.Text);
        report.Assume(AssumptionKind.HeadingGuessed, element.Line);
        return new ArticleBlock.Heading(element.Text);
    }

    private static string? Attribution(List<Element> elements, ref int at)
    {
        if (at == elements.Count || elements[at].Kind != Sort.Dash || IsHyphenList(elements, at)) return null;
        var text = BodyMarks.After(elements[at].Text);
        if (text.Length > SavedArticleLimits.AttributionCharsMax) return null;
        at++;
        return text;
    }

    private static bool IsHyphenList(List<Element> elements, int at) =>
        at + 1 < elements.Count && elements[at + 1].Kind == Sort.Dash
        && elements[at].First is '-' or '\u2013' && elements[at + 1].First == elements[at].First;

    private static ImmutableArray<string> Run(List<Element> elements, ref int at, Element first)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        for (; at < elements.Count && elements[at].Kind == first.Kind && elements[at].Group == first.Group; at++)
        {
            if (first.Kind == Sort.Dash && elements[at].First != first.First) break;
            texts.Add(first.Kind == Sort.Dash ? BodyMarks.After(elements[at].Text) : elements[at].Text);
        }
        return texts.ToImmutable();
    }

    private List<Element> Elements(int start, int end)
    {
        var elements = new List<Element>();
        var margin = SavedArticleLimits.IndentColumnsMax;
        for (var at = start; at < end; at++) margin = Math.Min(margin, lines[at].Indent);
        var quoteOpen = false;
        var group = 0;
        for (var at = start; at < end; at++)
        {
            var line = lines[at];
            var marked = !line.Guarded && BodyMarks.IsQuoted(line.Text);
            if (marked)
            {
                var joins = quoteOpen && !line.BlankBefore;
                if (!joins && (at == start || !BodyMarks.IsQuoted(lines[at - 1].Text) || line.BlankBefore)) group++;
                quoteOpen = AddQuoted(elements, line, joins, group);
                continue;
            }
            quoteOpen = false;
            AddUnquoted(elements, line, line.Indent >= margin + QuotedColumns);
        }
        return elements;
    }

    /// <summary>False for an empty ">" line, behind which a new paragraph of the same quotation begins.</summary>
    private static bool AddQuoted(List<Element> elements, SavedLine line, bool joins, int group)
    {
        var words = BodyMarks.After(line.Text);
        if (words.Length == 0) return false;
        if (joins) elements[^1].With(words);
        else elements.Add(new Element(line.Number, Sort.Quoted, group).With(words));
        return true;
    }

    private static void AddUnquoted(List<Element> elements, SavedLine line, bool indented)
    {
        var kind = Kind(line, indented);
        var last = elements.Count > 0 && !line.BlankBefore ? elements[^1] : null;
        var isPlain = kind is Sort.Paragraph or Sort.Quoted;
        if (last is not null && isPlain && last.Kind == kind && last.Group == 0)
            last.With(line.Text, line.Guarded);
        else if (last is { Kind: Sort.Item or Sort.Dash } && isPlain && indented && !line.Guarded)
            last.With(line.Text, between: ' ');
        else
            elements.Add(new Element(line.Number, kind, 0).With(Bare(line.Text, kind), line.Guarded));
    }

    private static Sort Kind(SavedLine line, bool indented)
    {
        if (line.Guarded) return Sort.Paragraph;
        if (BodyMarks.IsHeading(line.Text)) return Sort.Heading;
        if (BodyMarks.IsBullet(line.Text)) return Sort.Item;
        if (BodyMarks.IsDash(line.Text)) return Sort.Dash;
        return indented ? Sort.Quoted : Sort.Paragraph;
    }

    private static string Bare(string text, Sort kind) => kind switch
    {
        Sort.Heading => text[3..].Trim(),
        Sort.Item => BodyMarks.After(text),
        _ => text,
    };
}
