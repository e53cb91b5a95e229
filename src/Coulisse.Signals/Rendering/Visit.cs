using Coulisse.Signals.Accounts;
using Coulisse.Languages;
using NodaTime;

namespace Coulisse.Signals.Rendering;

/// <summary>For whom a page is drawn: interface language, time zone, and who is signed in.</summary>
/// <param name="Viewer">Null for a guest.</param>
/// <param name="Address">Path and query of the page, for the way back after signing in.</param>
public sealed record Visit(InterfaceLanguage Language, DateTimeZone Zone, Viewer? Viewer, string Address)
{
    public bool IsGuest => Viewer is null;

    /// <summary>The phrase with this key.</summary>
    public string this[string key] => Language[key];

    public string Minute(Instant at) => Language.Minute(at, Zone);
}
