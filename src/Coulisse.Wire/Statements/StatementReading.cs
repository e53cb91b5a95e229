namespace Coulisse.Wire.Statements;

/// <summary>What reading an unsigned statement comes to.</summary>
public abstract record StatementReading
{
    private StatementReading()
    {
    }

    /// <summary>The statement, which may be signed.</summary>
    public sealed record Read(Statement Statement) : StatementReading;

    /// <summary>The file is no unsigned statement.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Line">The line where reading stopped, from 1.</param>
    public sealed record Refused(StatementReadingRefusal Why, int Line) : StatementReading;
}
