using System.Text;
using System.Xml;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Site;

namespace Coulisse.Signals.Feeds;

/// <summary>The sitemap (sitemaps.org), every edition with all its siblings, itself among them.</summary>
public static class Sitemap
{
    private const string Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Html = "http://www.w3.org/1999/xhtml";

    /// <summary>Addresses a sitemap may hold.</summary>
    public const int AddressesMax = 50_000;

    public static string Write(IEnumerable<Item> items, PageOptions options)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("urlset", Map);
            foreach (var (item, edition) in items.SelectMany(i => i.LiveEditions.Select(e => (i, e))).Take(AddressesMax))
                Address(xml, item, edition, options);
            xml.WriteEndElement();
        }
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text;
    }

    private static void Address(XmlWriter xml, Item item, Edition edition, PageOptions options)
    {
        xml.WriteStartElement("url", Map);
        xml.WriteElementString("loc", Map, options.Absolute(Addresses.Edition(item, edition)));
        foreach (var alternate in Alternates.Of(item, options))
        {
            xml.WriteStartElement("xhtml", "link", Html);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", alternate.Language);
            xml.WriteAttributeString("href", alternate.Address);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
