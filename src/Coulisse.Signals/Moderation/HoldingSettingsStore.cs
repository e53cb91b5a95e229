using System.Text.Json;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Moderation;

/// <summary>Where the page keeps when it holds comments: one setting, JSON.</summary>
public static class HoldingSettingsStore
{
    private const string Name = "holding";

    /// <summary>The page's settings, within their limits; the defaults where none were saved.</summary>
    public static HoldingSettings Load(SqliteConnection connection)
    {
        var json = connection.First("SELECT value FROM setting WHERE name = $name", row => row.GetString(0), ("name", Name));
        return json is null
            ? HoldingSettings.Default
            : (JsonSerializer.Deserialize<HoldingSettings>(json) ?? HoldingSettings.Default).Limited();
    }

    public static void Save(SqliteConnection connection, HoldingSettings settings) => connection.Run("""
        INSERT INTO setting (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value
        """, ("name", Name), ("value", JsonSerializer.Serialize(settings.Limited())));

    /// <summary>The setting as it stands in the file, for a form that saves several at once.</summary>
    public static (string Name, string? Value) AsSetting(HoldingSettings settings) =>
        (Name, JsonSerializer.Serialize(settings.Limited()));
}
