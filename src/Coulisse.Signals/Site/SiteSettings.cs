using System.Collections.Immutable;
using System.Text.Json;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Site;

/// <summary>What the publisher has set for the whole page; kept in its file, read once and after every change.</summary>
public sealed class SiteSettings(Database database, Changes changes)
{
    private volatile Dictionary<string, string> _values = Read(database);

    /// <summary>The publication's name on the masthead in a language; falls back to the default language's, then to any.</summary>
    public string NameIn(string language) =>
        Value("name." + language) ?? Value("name." + DefaultLanguage)
        ?? _values.Where(v => v.Key.StartsWith("name.", StringComparison.Ordinal)).OrderBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => v.Value).FirstOrDefault()
        ?? "Coulisse";

    /// <summary>Interface language of addresses that name none, when the reader's browser asks for none of ours.</summary>
    public string DefaultLanguage => Value("default-language") ?? "en";

    /// <summary>The zone in which times are shown to readers who have chosen none.</summary>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Value("zone") ?? "UTC") ?? DateTimeZone.Utc;

    /// <summary>The party whose statements this page carries, as its seal file names it; null: reports only.</summary>
    public string? Party => Value("party");

    /// <summary>The party's seal: 32 bytes in hex; null: no statement can be published yet.</summary>
    public string? Seal => Value("seal");

    public string? Value(string name) => _values.GetValueOrDefault(name);

    /// <summary>Seals that were replaced, the latest first.</summary>
    public ImmutableArray<EarlierSeal> EarlierSeals => Value(EarlierSealsName) is { } json
        ? [.. JsonSerializer.Deserialize<EarlierSealRow[]>(json)!.Select(row => row.ToSeal())]
        : [];

    public Task SetAsync(string name, string? value, CancellationToken cancel) => SetAllAsync([(name, value)], cancel);

    /// <summary>Sets several at once; null takes a setting away.</summary>
    public async Task SetAllAsync(ImmutableArray<(string Name, string? Value)> values, CancellationToken cancel)
    {
        await database.WriteAsync(connection =>
        {
            foreach (var (name, value) in values)
                Set(connection, name, value);
            return true;
        }, cancel);
        Reload();
    }

    /// <summary>Names the party and its seal; a seal that is replaced stays named, with the time.</summary>
    public Task SetSealAsync(string party, string seal, Instant now, CancellationToken cancel)
    {
        var earlier = EarlierSeals;
        if (Party is { } oldParty && Seal is { } oldSeal && (oldParty, oldSeal) != (party, seal))
            earlier = earlier.Insert(0, new(oldParty, oldSeal, now));
        return SetAllAsync(
        [
            ("party", party),
            ("seal", seal),
            (EarlierSealsName, earlier.IsEmpty ? null : JsonSerializer.Serialize(earlier.Select(EarlierSealRow.Of).ToArray())),
        ], cancel);
    }

    /// <summary>Reads again: after another process changed the file.</summary>
    public void Reload()
    {
        _values = Read(database);
        changes.AnnounceAll();
    }

    private static Dictionary<string, string> Read(Database database) => database.Read(connection =>
        connection.All("SELECT name, value FROM setting", row => (Name: row.GetString(0), Value: row.GetString(1)))
            .ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal));

    private const string EarlierSealsName = "seal.earlier";

    private static void Set(SqliteConnection connection, string name, string? value)
    {
        if (value is null)
            connection.Run("DELETE FROM setting WHERE name = $name", ("name", name));
        else
            connection.Run("""
                INSERT INTO setting (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value
                """, ("name", name), ("value", value));
    }

    /// <summary>An earlier seal as it stands in the file.</summary>
    /// <param name="Until">Unix milliseconds.</param>
    private sealed record EarlierSealRow(string Party, string Seal, long Until)
    {
        public EarlierSeal ToSeal() => new(Party, Seal, Instant.FromUnixTimeMilliseconds(Until));

        public static EarlierSealRow Of(EarlierSeal seal) => new(seal.Party, seal.Seal, seal.Until.ToUnixTimeMilliseconds());
    }
}
