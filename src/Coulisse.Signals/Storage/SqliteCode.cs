namespace Coulisse.Signals.Storage;

/// <summary>The SQLite result codes that we answer differently (sqlite.org/rescode.html).</summary>
public static class SqliteCode
{
    public const int Busy = 5;
    public const int ReadOnly = 8;
    public const int IoError = 10;
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int Constraint = 19;
    public const int NotADatabase = 26;
}
