using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Station.Keys;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Pairings;
using Coulisse.Wire.Storage;
using Coulisse.World.Chance;
using Coulisse.World.Parties;

namespace Coulisse.Bench.Line;

/// <summary>
/// A station's folder as people leave it: keys, letters, the recognition, and as many desks as are to submit at once.
/// Made without a passphrase, since nobody waits for Argon2 here.
/// </summary>
internal sealed class StationOnDisk : IDisposable
{
    private static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly InventedParty party;
    private readonly StationKeys keys;
    private readonly CarrierAddress address;

    internal StationOnDisk(string folder, string name, int port, int desks, Seed seed)
    {
        (Folder, Port) = (Directory.CreateDirectory(Path.Combine(folder, name)).FullName, port);
        address = new(CarrierKind.Https, $"https://127.0.0.1:{port}");
        party = new(name, seed);
        keys = StationKeys.Generate(Mark, new SystemRandom());
        StationKeyRing.Write(Path.Combine(Folder, StationKeyRing.PresentName), keys);
        Letter = party.Sign(new Letter(party.Sign(new Accreditation(keys.Subject, [new("en", "Station")], Mandate.None,
            keys.Request(address).Content.Keys, [address], FirstDay, FirstDay.AddDays(365))), [], null));
        Put("own.letter", Letter);
        Desks = [.. Enumerable.Range(1, desks).Select(number => Enrol(number, seed))];
    }

    internal string Folder { get; }

    internal int Port { get; }

    internal string Store => Path.Combine(Folder, "station.db");

    internal Uri Address => new(address.Address);

    internal Crypto.Codec.Opaque Pin => keys.Tls.PinOfKey;

    internal IReadOnlyList<DeskOfStation> Desks { get; }

    internal Sealed<Letter> Letter { get; }

    private PartyMark Mark => new(party.Seal.Party, party.Seal.PublicKey);

    internal void Recognise(StationOnDisk other)
    {
        Put("their.letter", other.Letter);
        Put("their.recognition", party.Sign(
            PairingRules.RecognitionToSign(new Pairing.Matched(Mark, other.Letter))!));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var desk in Desks)
            desk.Tls.Dispose();
        keys.Dispose();
        party.Dispose();
    }

    private DeskOfStation Enrol(int number, Seed seed)
    {
        using var key = SignaturePrivateKey.Generate(seed);
        var subject = Subject.Draw(SubjectKind.Desk, seed);
        var tls = Wire.Tls.TlsIdentity.Generate();
        Put($"desk-{number}.accreditation", party.Sign(new Accreditation(subject, [new("en", $"Adviser {number}")],
            Mandate.Principal, [new(KeyPurpose.DeskDelegation, key.PublicKey.Value)], [], FirstDay,
            FirstDay.AddDays(365))));
        Put($"desk-{number}.enrolment", DeskEnrolment.Sign(party.Name, subject, tls.PinOfKey, key));
        return new(subject.Id, tls);
    }

    private void Put<T>(string name, T value)
        where T : ICredenceFile<T> => File.WriteAllBytes(Path.Combine(Folder, name), CredenceFile.Write(value));
}

/// <summary>A desk that is enrolled there, as its station knows it.</summary>
internal sealed record DeskOfStation(Crypto.Codec.Opaque Id, Wire.Tls.TlsIdentity Tls);
