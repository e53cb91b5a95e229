using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Tests.Credence;

/// <summary>
/// Files of every kind as they were on the day the formats were set. COULISSE_WRITE=1 writes what is not there yet and
/// never changes what is.
/// </summary>
public sealed class FrozenFiles
{
    private const string Folder = "credence";

    [Fact]
    public void Every_kind_is_written_today_as_it_was_frozen()
    {
        foreach (var (name, bytes) in Today())
        {
            if (Environment.GetEnvironmentVariable("COULISSE_WRITE") == "1" && !File.Exists(Source(name)))
                File.WriteAllBytes(Source(name), bytes);
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Source(name))),
                $"{name} differs from its frozen form");
        }
    }

    [Fact]
    public void A_frozen_letter_is_still_read()
    {
        var file = File.ReadAllBytes(Source("letter.txt"));
        var letter = Assert.IsType<CredenceReading<Sealed<Letter>>.Whole>(
            CredenceFile.Read<Sealed<Letter>>(file)).Value;
        Assert.Equal("Aldermark", letter.By.Party);
    }

    private static Dictionary<string, byte[]> Today()
    {
        using var party = new PartyInATest("Aldermark", 41);
        using var other = new PartyInATest("Sorvane", 42);
        var request = AccreditationRequest.Sign(
            new("Aldermark", party.Draw(SubjectKind.Desk), WireList.From(party.DeskKeys()), []), party.DeskKey);
        var (station, desk) = (party.Station(), party.Desk());
        var letter = party.Sign(new Letter(station, [desk], null));
        var room = new RoomId(party.Bytes(16));
        var leafKey = party.LeafKey();
        return new()
        {
            ["request.txt"] = CredenceFile.Write(request),
            ["station.txt"] = CredenceFile.Write(station),
            ["desk.txt"] = CredenceFile.Write(desk),
            ["letter.txt"] = CredenceFile.Write(letter),
            ["recall.txt"] = CredenceFile.Write(party.Sign(Recall.Of(desk, "The desk was lost."))),
            ["order.txt"] = CredenceFile.Write(party.Sign(new RoomOrder(RoomOrderKind.Replacement, room, leafKey,
                party.Bytes(32)))),
            ["recognition.txt"] =
                CredenceFile.Write(other.Sign(new Recognition(letter.By, letter.Number, letter.Entry.Hash(), null))),
            ["leaf-credential.bin"] =
                WireValue.Encode(LeafCredential.Delegate(desk, party.DeskKey, room, leafKey)).ToArray(),
            ["succession.txt"] = CredenceFile.Write(party.Sign(new Succession(other.Seal.PublicKey))),
            ["leaf-request.txt"] = CredenceFile.Write(
                LeafRequest.Sign(desk, party.DeskKey, room, leafKey, party.Bytes(300))),
        };
    }

    // …/tests/Coulisse.Wire.Tests/bin/CONFIGURATION/FRAMEWORK/: a build for release does not say where its sources are.
    private static string Source(string name) =>
        Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "corpus", Folder, name);
}
