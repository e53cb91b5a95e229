using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Station.Keys;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Pairings;
using Coulisse.Wire.Storage;
using Coulisse.World.Chance;
using Coulisse.World.Parties;

namespace Coulisse.Station.Tests.Keys;

/// <summary>What people put into a station's folder, and what the station makes of it.</summary>
public sealed class WhatAFolderComesTo : IDisposable
{
    private static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly Seed seed = new(9);
    private readonly InventedParty ours;
    private readonly InventedParty theirs;
    private readonly InventedParty third;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-folder-");
    private readonly Sealed<Accreditation> station;

    public WhatAFolderComesTo()
    {
        (ours, theirs, third) = (new("Aldermark", seed), new("Sorvane", seed), new("Tessaly", seed));
        using var keys = StationKeys.Generate(Mark(ours), new SystemRandom());
        using (var file = keys.Write())
            DurableFile.CreatePrivate(Path.Combine(folder.FullName, StationKeyRing.PresentName), file.Written);
        station = ours.Sign(new Accreditation(keys.Subject, [new("en", "Station")], Mandate.None,
            keys.Request(new(CarrierKind.Https, "https://north.example:8443")).Content.Keys,
            [new(CarrierKind.Https, "https://north.example:8443")], FirstDay, FirstDay.AddDays(365)));
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        ours.Dispose();
        theirs.Dispose();
        third.Dispose();
    }

    [Fact]
    public void It_says_what_is_missing_one_after_the_other_and_then_has_a_line()
    {
        Assert.Contains("own party's letter", Refusal(), StringComparison.Ordinal);
        Put("own.letter", ours.Sign(new Letter(station, [], null)));
        Assert.Contains("recognition of the other party", Refusal(), StringComparison.Ordinal);
        var letter = theirs.Sign(new Letter(theirs.Station, [], null));
        Put("their.recognition", Recognise(ours, letter));
        Assert.Contains("other party's letter", Refusal(), StringComparison.Ordinal);
        Put("their.letter", letter);
        using var opened = StationFolder.Open(folder.FullName);
        var line = Assert.Single(opened.Settings(null, null).Lines);
        Assert.Equal(("Aldermark", "Sorvane"), (line.Terms.Parties.A, line.Terms.Parties.B));
        Assert.Equal(new Uri("https://station.example:8443"), line.Address);
        Assert.Equal(8443, opened.Settings(null, null).Listen.Port);
    }

    [Fact]
    public void What_another_seal_recognised_or_wrote_counts_for_nothing()
    {
        Put("own.letter", ours.Sign(new Letter(station, [], null)));
        var strange = third.Sign(new Letter(third.Station, [], null));
        Put("third.letter", strange);
        Put("third.recognition", Recognise(theirs, strange));
        Assert.Contains("recognition of the other party", Refusal(), StringComparison.Ordinal);
        Pair();
        using var opened = StationFolder.Open(folder.FullName);
        Assert.Equal("Sorvane", Assert.Single(opened.Settings(null, null).Lines).Terms.Parties.B);
    }

    [Fact]
    public void A_letter_of_another_station_is_told_from_this_ones()
    {
        Pair();
        Put("own.letter", ours.Sign(new Letter(ours.Station, [], null)));
        Assert.Contains("another station", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_desk_needs_accreditation_and_enrolment_and_a_recall_cuts_it_off()
    {
        Put("own.letter", ours.Sign(new Letter(station, [], null)));
        Pair();
        using var key = SignaturePrivateKey.Generate(seed);
        var subject = Subject.Draw(SubjectKind.Desk, seed);
        var desk = Accredit(subject, key, days: 100);
        Put("desk.accreditation", desk);
        Assert.Empty(Lines().Desks);
        using (var other = SignaturePrivateKey.Generate(seed))
            Put("wrong.enrolment", DeskEnrolment.Sign("Aldermark", subject, ours.Bytes(32), other));
        Assert.Empty(Lines().Desks);
        var pin = ours.Bytes(32);
        Put("desk.enrolment", DeskEnrolment.Sign("Aldermark", subject, pin, key));
        Assert.Equal(subject.Id, Assert.Single(Lines().Desks));
        Assert.Equal(pin, Lines().DeskPins[subject.Id]);
        Put("desk.recall", ours.Sign(Recall.Of(desk, "It was lost.")));
        Assert.Equal(subject.Id, Assert.Single(Lines().CutOff));
        Put("renewed.accreditation", Accredit(subject, key, days: 200)); // the recall was of the earlier one alone
        Assert.Empty(Lines().CutOff);
        Assert.Equal(subject.Id, Assert.Single(Lines().Desks));
    }

    [Fact]
    public void A_further_line_has_a_folder_of_its_own_and_desks_of_its_own()
    {
        Put("own.letter", ours.Sign(new Letter(station, [], null)));
        Pair();
        var (first, second) = (Enrol("first"), Enrol("second"));
        string[] given = ["own.letter", "third.letter", "third.recognition", "second.accreditation",
            "second.enrolment"];
        var letter = third.Sign(new Letter(third.Station, [], null));
        Put("third.letter", letter);
        Put("third.recognition", Recognise(ours, letter));
        string[] files = [.. given.Select(name => Path.Combine(folder.FullName, name))];
        using (var opened = StationFolder.Open(folder.FullName))
        {
            Assert.Contains("small letters", Assert.Throws<Refusal>(() => opened.AddLine("../x", files)).Message,
                StringComparison.Ordinal);
            Assert.Contains("other party's letter", Assert.Throws<Refusal>(() => opened.AddLine("tessaly",
                files.Where(file => !file.EndsWith("third.letter", StringComparison.Ordinal)))).Message,
                StringComparison.Ordinal);
            Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(folder.FullName, "lines"))); // nothing half done
            opened.AddLine("tessaly", files);
            Assert.Contains("is there already", Assert.Throws<Refusal>(() => opened.AddLine("tessaly", files)).Message,
                StringComparison.Ordinal);
            string[] same = [files[0], .. ((string[])["their.letter", "their.recognition"])
                .Select(name => Path.Combine(folder.FullName, name))];
            Assert.Contains("Of one party there is one line", Assert.Throws<Refusal>(() =>
                opened.AddLine("again", same)).Message, StringComparison.Ordinal);
        }
        using var both = StationFolder.Open(folder.FullName);
        var lines = both.Settings(null, null).Lines;
        Assert.Equal(["Sorvane", "Tessaly"], lines.Select(line => line.Terms.Parties.B));
        Assert.Equivalent((Crypto.Codec.Opaque[])[first, second], lines[0].Desks);
        Assert.Equal([second], lines[1].Desks);
        Assert.NotEqual(lines[0].Terms.Keys[^1].Term, lines[1].Terms.Keys[^1].Term);
        Assert.Null(lines[0].Terms.KeyOf(lines[1].Terms.Keys[^1].Term));
    }

    private Crypto.Codec.Opaque Enrol(string name)
    {
        using var key = SignaturePrivateKey.Generate(seed);
        var subject = Subject.Draw(SubjectKind.Desk, seed);
        Put($"{name}.accreditation", Accredit(subject, key, days: 100));
        Put($"{name}.enrolment", DeskEnrolment.Sign("Aldermark", subject, ours.Bytes(32), key));
        return subject.Id;
    }

    private Hosting.LineSettings Lines()
    {
        using var opened = StationFolder.Open(folder.FullName);
        return Assert.Single(opened.Settings(null, null).Lines);
    }

    private void Pair()
    {
        var letter = theirs.Sign(new Letter(theirs.Station, [], null));
        Put("their.letter", letter);
        Put("their.recognition", Recognise(ours, letter));
    }

    private Sealed<Accreditation> Accredit(Subject subject, SignaturePrivateKey key, int days) => ours.Sign(
        new Accreditation(subject, [new("en", "Adviser")], Mandate.Principal,
            [new(KeyPurpose.DeskDelegation, key.PublicKey.Value)], [], FirstDay, FirstDay.AddDays(days)));

    private static Sealed<Recognition> Recognise(InventedParty by, Sealed<Letter> letter) =>
        by.Sign(PairingRules.RecognitionToSign(new Pairing.Matched(Mark(by), letter))!);

    private static PartyMark Mark(InventedParty party) => new(party.Seal.Party, party.Seal.PublicKey);

    private string Refusal()
    {
        using var opened = StationFolder.Open(folder.FullName);
        return Assert.Throws<Refusal>(() => opened.Settings(null, null)).Message;
    }

    private void Put<T>(string name, T value)
        where T : ICredenceFile<T> =>
        File.WriteAllBytes(Path.Combine(folder.FullName, name), CredenceFile.Write(value));
}
