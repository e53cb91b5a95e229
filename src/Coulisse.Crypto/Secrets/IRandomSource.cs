namespace Coulisse.Crypto.Secrets;

/// <summary>Where every random byte comes from, so that a simulated world can be replayed from a seed.</summary>
public interface IRandomSource
{
    /// <summary>Fills the whole of <paramref name="destination"/> with unpredictable bytes.</summary>
    void Fill(Span<byte> destination);
}
