using Coulisse.Crypto.Secrets;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>Which life of itself and of the other station a station goes by: what was said in an earlier one counts no
/// more, however late a carrier brings it.</summary>
internal sealed class Lives(IRandomSource random, StationLife own, StationLife other)
{
    internal StationLife Own { get; private set; } = own;

    internal StationLife Other { get; private set; } = other;

    /// <summary>This station's file may be an old copy: what it said before it begins anew.</summary>
    internal void Begin() => Own = After(Own);

    /// <summary>Whether the other station has heard this life. If it knows a later one, which the copy does not, this
    /// becomes one after that.</summary>
    internal bool IsHeard(StationLife echoed)
    {
        if (echoed == Own)
            return true;
        if (IsEarlier(echoed))
            Own = After(echoed);
        return false;
    }

    /// <summary>Whether this station's file is older than a life that the other station has heard.</summary>
    internal bool IsEarlier(StationLife echoed) =>
        echoed != Own && echoed.Number >= Own.Number && echoed.Number is > 0 and < ulong.MaxValue;

    /// <summary>Whether what the other station says is of its latest life; whether that is another than
    /// before.</summary>
    internal (bool Counts, bool IsNew) Hear(StationLife said)
    {
        if (said.Number <= Other.Number)
            return (said == Other, false);
        Other = said;
        return (true, true);
    }

    private StationLife After(StationLife earlier)
    {
        Span<byte> nonce = stackalloc byte[StationLife.NonceBytes];
        random.Fill(nonce);
        return new(earlier.Number + 1, Crypto.Codec.Opaque.CopyOf(nonce));
    }
}
