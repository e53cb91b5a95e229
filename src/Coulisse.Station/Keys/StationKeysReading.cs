namespace Coulisse.Station.Keys;

/// <summary>What a file of keys turned out to be.</summary>
internal abstract class StationKeysReading
{
    private StationKeysReading()
    {
    }

    internal sealed class Read(StationKeys keys) : StationKeysReading
    {
        internal StationKeys Keys => keys;
    }

    internal sealed class NotKeys : StationKeysReading;

    internal sealed class OtherVersion : StationKeysReading;

    internal sealed class Damaged : StationKeysReading;
}
