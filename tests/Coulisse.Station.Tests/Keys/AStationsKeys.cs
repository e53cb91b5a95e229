using Coulisse.Crypto.Secrets;
using Coulisse.Station.Keys;
using Coulisse.World.Chance;
using Coulisse.World.Parties;

namespace Coulisse.Station.Tests.Keys;

/// <summary>The file of a station's keys.</summary>
public sealed class AStationsKeys : IDisposable
{
    private readonly InventedParty party = new("Aldermark", new Seed(4));

    public void Dispose() => party.Dispose();

    [Fact]
    public void They_come_back_as_they_were_written()
    {
        using var keys = Generate();
        using var file = keys.Write();
        using var read = Assert.IsType<StationKeysReading.Read>(StationKeys.Read(file.Written)).Keys;
        Assert.Equal(keys.Party, read.Party);
        Assert.Equal(keys.Subject, read.Subject);
        Assert.Equal(keys.Endorsement.PublicKey, read.Endorsement.PublicKey);
        Assert.Equal(keys.Line.PublicKey, read.Line.PublicKey);
        Assert.Equal(keys.Bundles.PublicKey, read.Bundles.PublicKey);
        Assert.Equal(keys.Tls.PinOfKey, read.Tls.PinOfKey);
    }

    [Fact]
    public void Every_changed_byte_and_every_cut_is_refused()
    {
        using var keys = Generate();
        using var file = keys.Write();
        for (var at = 0; at < file.Written.Length; at++)
        {
            var changed = file.Written.ToArray();
            changed[at] ^= 1;
            Assert.IsNotType<StationKeysReading.Read>(StationKeys.Read(changed));
            Assert.IsNotType<StationKeysReading.Read>(StationKeys.Read(file.Written[..at]));
        }
        Assert.IsType<StationKeysReading.NotKeys>(StationKeys.Read("something else"u8));
    }

    private StationKeys Generate() =>
        StationKeys.Generate(new(party.Seal.Party, party.Seal.PublicKey), new SystemRandom());
}
