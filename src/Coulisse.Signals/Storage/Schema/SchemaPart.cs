namespace Coulisse.Signals.Storage.Schema;

/// <summary>A table, index or trigger of a file, as SQLite keeps it.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Table">What it belongs to.</param>
/// <param name="Sql">As it was made; null: SQLite made it.</param>
internal sealed record SchemaPart(string? Type, string? Name, string? Table, string? Sql);
