namespace Coulisse.Crypto.Secrets;

/// <summary>Where every random byte comes from; tests and the simulated world give a seeded one.</summary>
public interface IRandomSource
{
    void Fill(Span<byte> bytes);
}
