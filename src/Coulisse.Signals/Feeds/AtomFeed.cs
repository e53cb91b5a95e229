using System.Text;
using System.Xml;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Site;
using Coulisse.Signals.Text;
using NodaTime;

namespace Coulisse.Signals.Feeds;

/// <summary>An Atom feed (RFC 4287): one language's editions, or every edition, each marked with its language.</summary>
public static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="entries">The newest first.</param>
    /// <param name="path">The feed's own path; its address is its id.</param>
    /// <param name="language">Null for the combined feed.</param>
    public static string Write(IReadOnlyList<FeedEntry> entries, string path, string title, string? language, PageOptions options)
    {
        var text = new Utf8StringWriter();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            if (language is not null)
                xml.WriteAttributeString("xml", "lang", null, language);
            xml.WriteElementString("id", Atom, options.Absolute(path));
            xml.WriteElementString("title", Atom, title);
            xml.WriteElementString("updated", Atom, Rfc3339(entries.Count == 0 ? Instant.FromUnixTimeTicks(0) : entries.Max(e => e.ChangedAt)));
            Link(xml, "self", options.Absolute(path), null);
            foreach (var entry in entries)
                Entry(xml, entry, options);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Entry(XmlWriter xml, FeedEntry entry, PageOptions options)
    {
        var (item, edition) = (entry.Item, entry.Edition);
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, edition.Language.Value);
        xml.WriteElementString("id", Atom, options.Absolute($"/{edition.Language}/{item.Id}"));
        xml.WriteElementString("title", Atom, edition.Live!.Title);
        xml.WriteElementString("published", Atom, Rfc3339(item.PublishedAt!.Value));
        xml.WriteElementString("updated", Atom, Rfc3339(entry.ChangedAt));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, entry.Author);
        xml.WriteEndElement();
        Link(xml, "alternate", options.Absolute(Addresses.Edition(item, edition)), edition.Language.Value);
        foreach (var other in item.LiveEditions.Where(e => e.Language != edition.Language))
            Link(xml, "related", options.Absolute(Addresses.Edition(item, other)), other.Language.Value);
        Category(xml, item.Kind == ItemKind.Statement ? "statement" : "report");
        Category(xml, StandingWord(edition.Standing));
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The words that machines read for an edition's standing, in feeds and JSON.</summary>
    public static string StandingWord(EditionStanding standing) => standing switch
    {
        EditionStanding.Authentic => "authentic",
        EditionStanding.OfficialTranslation => "official-translation",
        EditionStanding.Machine => "machine",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Category(XmlWriter xml, string term)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", term);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string? language)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        if (language is not null)
            xml.WriteAttributeString("hreflang", language);
        xml.WriteEndElement();
    }

    private static string Rfc3339(Instant at) => NodaTime.Text.InstantPattern.General.Format(at);

    private sealed class Utf8StringWriter : StringWriter
    {
        public Utf8StringWriter() : base(System.Globalization.CultureInfo.InvariantCulture) { }

        public override Encoding Encoding => Encoding.UTF8;
    }
}
