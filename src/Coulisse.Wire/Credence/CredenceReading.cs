namespace Coulisse.Wire.Credence;

/// <summary>What reading a file of credence comes to.</summary>
/// <typeparam name="T">What the file should hold.</typeparam>
public abstract record CredenceReading<T>
    where T : ICredenceFile<T>
{
    private CredenceReading()
    {
    }

    /// <summary>It is whole, and verified by the key that it names.</summary>
    public sealed record Whole(T Value) : CredenceReading<T>;

    /// <summary>It is not taken.</summary>
    public sealed record Refused(CredenceFileRefusal Why) : CredenceReading<T>;
}
