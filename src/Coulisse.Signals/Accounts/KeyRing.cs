using System.Xml.Linq;
using Coulisse.Signals.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Coulisse.Signals.Accounts;

/// <summary>Keeps the keys that protect cookies in the page's own file: a backup keeps sessions, a restart signs nobody
/// out.</summary>
internal sealed class KeyRing(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => database.Read(connection =>
        connection.All("SELECT xml FROM data_protection_key ORDER BY name", row => XElement.Parse(row.GetString(0))));

    // The interface is synchronous; it is called once at start and then every ninety days.
    public void StoreElement(XElement element, string friendlyName) =>
        database.WriteAsync(connection => connection.Run(
            "INSERT INTO data_protection_key (name, xml) VALUES ($name, $xml) ON CONFLICT (name) DO UPDATE SET xml = $xml",
            ("name", friendlyName), ("xml", element.ToString(SaveOptions.DisableFormatting))), CancellationToken.None)
        .GetAwaiter().GetResult();
}
