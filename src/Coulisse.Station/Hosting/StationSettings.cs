using System.Net;
using System.Security.Cryptography.X509Certificates;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Hosting;

/// <summary>What a station is started with.</summary>
public sealed class StationSettings
{
    /// <summary>The one file that holds its lines.</summary>
    public required string File { get; init; }

    /// <summary>Where it listens; port 0: any free one.</summary>
    public required IPEndPoint Listen { get; init; }

    /// <summary>What it shows in TLS; the pin in its accreditation is SHA-256 of this key.</summary>
    public required X509Certificate2 Certificate { get; init; }

    /// <summary>Its lines.</summary>
    public required IReadOnlyList<LineSettings> Lines { get; init; }

    /// <summary>A folder that every bundle which leaves is also written into, as it is before TLS, for people who want
    /// to look at what a station sends; null: none is.</summary>
    public string? KeepBundles { get; init; }

    /// <summary>Where what happens is written, a line for each event.</summary>
    public TextWriter Log { get; set; } = Console.Out;

    /// <summary>Whether a person says that its file is a copy that was put back.</summary>
    public bool IsRestored { get; init; }

    /// <summary>Whether a person gives up what a restore does not bring back.</summary>
    public bool GivesUpMissing { get; init; }

    /// <summary>How much of each other side's log it holds for its desks.</summary>
    public LineWindow Window { get; init; } = LineWindow.Usual;
}

/// <summary>One of a station's lines.</summary>
public sealed class LineSettings
{
    /// <summary>Who is on it, and the keys.</summary>
    public required LineTerms Terms { get; init; }

    /// <summary>Where the other station is reached; null: it calls.</summary>
    public Uri? Address { get; init; }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo of the other station: one, or two while it is renewed.</summary>
    public required IReadOnlyList<Opaque> Pins { get; init; }

    /// <summary>The own side's desks on it.</summary>
    public required IReadOnlyList<Opaque> Desks { get; init; }

    /// <summary>Those of them from which nothing more is taken: their party recalled them.</summary>
    public IReadOnlyList<Opaque> CutOff { get; init; } = [];

    /// <summary>The pin of each desk's TLS key.</summary>
    public required IReadOnlyDictionary<Opaque, Opaque> DeskPins { get; init; }
}
