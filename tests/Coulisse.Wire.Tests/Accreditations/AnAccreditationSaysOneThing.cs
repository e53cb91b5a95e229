using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Tests.Credence;
using CsCheck;

namespace Coulisse.Wire.Tests.Accreditations;

public sealed class AnAccreditationSaysOneThing : IDisposable
{
    private readonly PartyInATest party = new();

    public void Dispose() => party.Dispose();

    public static TheoryData<string> Breaches() => [.. BreachesByName.Keys];

    private static readonly Dictionary<string, Func<Accreditation, PartyInATest, Accreditation>> BreachesByName = new()
    {
        ["a desk without a mandate"] = (a, _) => a with { Mandate = Mandate.None },
        ["a mandate of no number"] = (a, _) => a with { Mandate = (Mandate)7 },
        ["no office"] = (a, _) => a with { Office = [] },
        ["a language twice"] = (a, _) => a with { Office = [new("en", "Adviser"), new("en", "Other adviser")] },
        ["languages out of order"] = (a, _) => a with { Office = [new("fr", "Conseiller"), new("en", "Adviser")] },
        ["an office of two lines"] = (a, _) => a with { Office = [new("en", "Adviser\nParty: Sorvane")] },
        ["an office that turns direction"] = (a, _) => a with { Office = [new("en", "Adviser \u202egnihton")] },
        ["an office too long"] = (a, _) => a with { Office = [new("en", new string('x', 201))] },
        ["a language that is none"] = (a, _) => a with { Office = [new("English", "Adviser")] },
        ["no signature key"] = (a, _) => a with { Keys = [.. a.Keys.Skip(1).ToArray()] },
        ["two signature keys"] = (a, p) =>
            a with { Keys = Ordered([.. a.Keys, new(KeyPurpose.DeskDelegation, p.Bytes(32))]) },
        ["keys out of order"] = (a, _) => a with { Keys = [.. a.Keys.Reverse().ToArray()] },
        ["a station's key"] = (a, p) =>
            a with { Keys = Ordered([.. a.Keys, new(KeyPurpose.StationTlsPin, p.Bytes(32))]) },
        ["a key of another length"] = (a, p) => a with { Keys = [new(KeyPurpose.DeskDelegation, p.Bytes(31))] },
        ["an address of a desk"] = (a, _) => a with { Carriers = [new(CarrierKind.Https, "https://a.example")] },
        ["an end before its beginning"] = (a, _) => a with { NotAfter = a.NotBefore },
        ["more than its longest time"] = (a, _) =>
            a with { NotAfter = a.NotBefore.AddDays(Accreditation.DaysMax).AddSeconds(1) },
        ["half a second"] = (a, _) => a with { NotAfter = a.NotAfter.AddMilliseconds(500) },
        ["an instant before 1970"] = (a, _) => a with { NotBefore = DateTimeOffset.UnixEpoch.AddSeconds(-1) },
        ["a subject of half an identifier"] = (a, p) => a with { Subject = a.Subject with { Id = p.Bytes(8) } },
    };

    [Fact]
    public void Of_a_station_a_desk_and_an_officer_it_is_read_as_it_was_signed()
    {
        foreach (var signed in (Sealed<Accreditation>[])[party.Station(), party.Desk(), party.Officer()])
        {
            var read = Assert.IsType<CredenceReading<Sealed<Accreditation>>.Whole>(
                CredenceFile.Read<Sealed<Accreditation>>(CredenceFile.Write(signed))).Value;
            Assert.Equal(signed, read);
            Assert.Equal(party.Mark, read.By);
        }
    }

    [Theory]
    [MemberData(nameof(Breaches))]
    public void Each_broken_rule_is_neither_signed_nor_read(string breach)
    {
        var good = PartyInATest.Content(party.Draw(SubjectKind.Desk), Mandate.Principal, "Adviser", party.DeskKeys());
        Assert.True(good.IsWellFormed);
        var bad = BreachesByName[breach](good, party);
        Assert.Throws<ArgumentException>(() => party.Sign(bad));
        Assert.Empty(party.Chain.Entries);
        if (breach is "an instant before 1970")
            return; // It has no encoding at all.
        // Signed all the same, as by a program that checks nothing, the reader still refuses it.
        Assert.Null(Sealed.Verified(SignedAnyway(bad), bad));
    }

    [Fact]
    public void A_station_has_no_mandate_and_its_own_keys_only()
    {
        var good = party.Station().Content;
        Assert.True(good.IsWellFormed);
        Assert.False((good with { Mandate = Mandate.Observer }).IsWellFormed);
        Assert.False((good with { Keys = [.. good.Keys.Skip(1).ToArray()] }).IsWellFormed);
        Assert.True((good with
        {
            Keys =
            Ordered([.. good.Keys, new(KeyPurpose.StationTlsPin, party.Bytes(32))])
        }).IsWellFormed);
        Assert.False((good with { Carriers = [good.Carriers[0], good.Carriers[0]] }).IsWellFormed);
    }

    [Theory]
    [InlineData(CarrierKind.Https, "https://station.example", true)]
    [InlineData(CarrierKind.Https, "https://[::1]:8443", true)]
    [InlineData(CarrierKind.Https, "http://station.example", false)]
    [InlineData(CarrierKind.Https, "https://station.example/", false)]
    [InlineData(CarrierKind.Https, "https://station.example:443", false)]
    [InlineData(CarrierKind.Https, "https://Station.example", false)]
    [InlineData(CarrierKind.Https, "https://somebody@station.example", false)]
    [InlineData(CarrierKind.Https, "https://station.example?x", false)]
    [InlineData(CarrierKind.Https, "https://stаtion.example", false)]
    [InlineData(CarrierKind.Mail, "line@station.example", true)]
    [InlineData(CarrierKind.Mail, "line@station.example,other@example", false)]
    [InlineData(CarrierKind.Mail, "Line <line@station.example>", false)]
    public void An_address_has_one_spelling_and_carries_nothing_else(CarrierKind kind, string address, bool good) =>
        Assert.Equal(good, new CarrierAddress(kind, address).IsWellFormed);

    [Fact]
    public void A_renewal_keeps_subject_office_and_mandate_and_may_change_keys_and_dates()
    {
        var first = party.Desk().Content;
        var renewed = first with
        {
            Keys = [new(KeyPurpose.DeskDelegation, party.Bytes(32))],
            NotAfter =
            first.NotAfter.AddDays(30)
        };
        Assert.True(renewed.IsRenewalOf(first));
        Assert.False((renewed with { Mandate = Mandate.Observer }).IsRenewalOf(first));
        Assert.False((renewed with { Office = [new("en", "Adviser")] }).IsRenewalOf(first));
        Assert.False((renewed with { Subject = party.Draw(SubjectKind.Desk) }).IsRenewalOf(first));
    }

    [Fact]
    public void The_same_bytes_signed_as_another_kind_accredit_nobody()
    {
        var content = party.Desk().Content;
        var body = party.Chain.Entries[^1].Content.Body;
        foreach (var kind in Enum.GetValues<SealEntryKind>().Where(kind =>
            kind is not SealEntryKind.Accreditation and not SealEntryKind.Succession))
            Assert.Null(Sealed.Verified(party.Chain.Continue(party.Seal, kind, body, PartyInATest.Instant), content));
        Assert.NotNull(Sealed.Verified(party.Chain.Entries[0], content));
    }

    [Fact]
    public void Whatever_is_drawn_is_read_back_the_same() =>
        (from mandate in Gen.Int[1, 6]
         from offices in Gen.Int[1, 9]
         from days in Gen.Int[1, Accreditation.DaysMax]
         select (mandate, offices, days)).Sample(drawn =>
         {
             var content = PartyInATest.Content(party.Draw(SubjectKind.Officer), (Mandate)drawn.mandate, "x",
                 new SubjectKey(KeyPurpose.OfficerActs, party.Bytes(32))) with
             {
                 Office = WireList.From(Enumerable.Range(0, drawn.offices).Select(n =>
                     new OfficeName($"a{(char)('a' + n)}", $"Office {n}"))),
                 NotAfter = PartyInATest.FirstDay.AddDays(drawn.days),
             };
             return content.IsWellFormed && WireValue.Decode<Accreditation>(WireValue.Encode(content).Span) == content;
         }, iter: 300);

    [Fact]
    public void Random_bytes_are_refused_and_never_throw_anything_else() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            try
            {
                WireValue.Decode<Accreditation>([0, 2, .. bytes]);
                return false;
            }
            catch (DecodeException)
            {
                return true;
            }
        }, iter: 3_000);

    private static WireList<SubjectKey> Ordered(SubjectKey[] keys) =>
        WireList.From(keys.OrderBy(key => key.Purpose).ThenBy(key => key.Value.ToString(), StringComparer.Ordinal));

    private SealEntry SignedAnyway(Accreditation content) =>
        party.Chain.Continue(party.Seal, SealEntryKind.Accreditation,
        Opaque.CopyOf(System.Security.Cryptography.SHA256.HashData(WireValue.Encode(content).Span)),
            PartyInATest.Instant);
}
