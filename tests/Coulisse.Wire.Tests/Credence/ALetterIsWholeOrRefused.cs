using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using CsCheck;

namespace Coulisse.Wire.Tests.Credence;

public sealed class ALetterIsWholeOrRefused : IDisposable
{
    private readonly PartyInATest party = new();
    private readonly PartyInATest other = new("Sorvane", 2);

    public void Dispose()
    {
        party.Dispose();
        other.Dispose();
    }

    [Fact]
    public void A_letter_is_read_as_it_was_written()
    {
        var letter = party.Letter();
        var read = Assert.IsType<CredenceReading<Sealed<Letter>>.Whole>(Read(CredenceFile.Write(letter)));
        Assert.Equal(letter, read.Value);
        Assert.Equal("https://station.aldermark.example:8443", letter.Content.Station.Content.Carriers[0].Address);
        Assert.Equal(3ul, letter.Number);
    }

    [Fact]
    [Trait("Row", "13")]
    public void Every_flipped_byte_of_its_file_is_refused_head_included()
    {
        var file = CredenceFile.Write(party.Letter());
        for (var at = 0; at < file.Length; at++)
        {
            file[at] ^= (byte)(1 << (at % 8));
            Assert.IsType<CredenceReading<Sealed<Letter>>.Refused>(Read(file));
            file[at] ^= (byte)(1 << (at % 8));
        }
        Assert.IsType<CredenceReading<Sealed<Letter>>.Whole>(Read(file));
    }

    [Fact]
    public void A_file_cut_anywhere_or_with_bytes_around_it_is_refused()
    {
        var file = CredenceFile.Write(party.Letter());
        for (var length = 0; length < file.Length; length += 3)
            Assert.IsType<CredenceReading<Sealed<Letter>>.Refused>(Read(file.AsSpan(0, length)));
        Assert.IsType<CredenceReading<Sealed<Letter>>.Refused>(Read([.. file, (byte)'\n']));
        Assert.IsType<CredenceReading<Sealed<Letter>>.Refused>(Read([(byte)'\n', .. file]));
    }

    [Fact]
    public void A_head_that_says_something_else_than_its_signed_part_is_told_from_damage()
    {
        var text = Encoding.UTF8.GetString(CredenceFile.Write(party.Letter()));
        Assert.Equal(CredenceFileRefusal.HeadChanged,
            Refusal(text.Replace("| Party: Aldermark", "| Party: Sorvane", StringComparison.Ordinal)));
        Assert.Equal(CredenceFileRefusal.HeadChanged,
            Refusal(text.Replace("\n| These", "\n| Fingerprint: 12345\n| These", StringComparison.Ordinal)));
        Assert.Equal(CredenceFileRefusal.Damaged,
            Refusal(text.Replace("\nEND", "AAAA\nEND", StringComparison.Ordinal)));
        Assert.Equal(CredenceFileRefusal.OtherVersion,
            Refusal(text.Replace("CREDENCE 1\n", "CREDENCE 2\n", StringComparison.Ordinal)));
        Assert.Equal(CredenceFileRefusal.OtherKind, Refusal(Encoding.UTF8.GetString(CredenceFile.Write(party.Desk()))));
        Assert.Equal(CredenceFileRefusal.Unrelated, Refusal("a letter\n"));
        Assert.Equal(CredenceFileRefusal.Unrelated, Refusal(""));
        Assert.Equal(CredenceFileRefusal.TooLarge, Refusal(text + new string('x', 600_000)));
    }

    [Fact]
    public void No_line_of_a_head_can_pass_for_the_signed_part()
    {
        var lines = Encoding.UTF8.GetString(CredenceFile.Write(party.Letter())).Split('\n');
        var blank = Array.IndexOf(lines, "");
        Assert.All(lines[1..blank], line => Assert.StartsWith("| ", line, StringComparison.Ordinal));
        Assert.All(lines[(blank + 1)..^2], line => Assert.DoesNotContain("|", line, StringComparison.Ordinal));
        Assert.Equal("| These lines are for people and are not signed; what is signed follows.", lines[blank - 1]);
    }

    [Fact]
    public void One_letter_is_of_one_party()
    {
        var (station, desk) = (party.Station(), party.Desk());
        Assert.NotNull(Verified(new(station, [desk], null)));
        Assert.Null(Verified(new(other.Station(), [desk], null)));
        Assert.Null(Verified(new(station, [other.Desk()], null)));
        using var namesake = new PartyInATest("Aldermark", 3);
        Assert.Null(Verified(new(station, [namesake.Desk()], null)));
    }

    [Fact]
    public void A_letter_has_one_station_and_desks_that_can_be_reached_in_an_emergency()
    {
        var (station, desk) = (party.Station(), party.Desk());
        Assert.Null(Verified(new(desk, [], null)));
        Assert.Null(Verified(new(station, [station], null)));
        Assert.Null(Verified(new(station, [party.Officer()], null)));
        Assert.Null(Verified(new(station, [desk, desk], null)));
        Assert.Null(Verified(new(station, [party.Desk(), desk], null)));
        var mute = party.Sign(desk.Content with
        {
            Subject = party.Draw(SubjectKind.Desk),
            Keys =
            [desk.Content.Keys[0]]
        });
        Assert.Null(Verified(new(station, [mute], null)));
        var renewed = party.Sign(desk.Content with { NotAfter = desk.Content.NotAfter.AddDays(1) });
        Assert.Null(Verified(new(station, [desk, renewed], null)));
        Assert.NotNull(Verified(new(station, [renewed], null)));
    }

    [Fact]
    public void A_letter_names_only_a_predecessor_that_named_its_seal()
    {
        using var next = new PartyInATest("Aldermark", 4);
        var succession = party.Sign(new Succession(next.Seal.PublicKey));
        Assert.NotNull(Verified(new(next.Station(), [], succession), next));
        using var thief = new PartyInATest("Aldermark", 5);
        Assert.Null(Verified(new(thief.Station(), [], succession), thief));
    }

    [Fact]
    public void The_largest_letter_is_read()
    {
        var desks = Enumerable.Range(0, Letter.DesksMax).Select(_ => party.Desk(office: new string('x', 190)));
        var letter = party.Sign(new Letter(party.Station(), WireList.From(desks), null));
        Assert.IsType<CredenceReading<Sealed<Letter>>.Whole>(Read(CredenceFile.Write(letter)));
        Assert.Throws<ArgumentException>(() =>
            party.Sign(new Letter(letter.Content.Station, WireList.From(letter.Content.Desks.Append(party.Desk())),
                null)));
    }

    [Fact]
    public void Random_bytes_behind_a_good_heading_are_refused_and_never_throw() =>
        Gen.Byte.Array[0, 300].Sample(bytes =>
            Read([.. "COULISSE LETTER OF CREDENCE 1\n"u8, .. bytes]) is CredenceReading<Sealed<Letter>>.Refused
            && Read([.. "COULISSE LETTER OF CREDENCE 1\n\n"u8,
                .. Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)), .. "\nEND\n"u8])
                is CredenceReading<Sealed<Letter>>.Refused, iter: 3_000);

    private static CredenceReading<Sealed<Letter>> Read(ReadOnlySpan<byte> file) =>
        CredenceFile.Read<Sealed<Letter>>(file);

    private static CredenceFileRefusal Refusal(string file) =>
        Assert.IsType<CredenceReading<Sealed<Letter>>.Refused>(Read(Encoding.UTF8.GetBytes(file))).Why;

    // Signed without asking, as a hostile party can: what counts is what the reader makes of it.
    private Sealed<Letter>? Verified(Letter letter, PartyInATest? by = null)
    {
        var signer = by ?? party;
        var body = Opaque.CopyOf(SHA256.HashData(WireValue.Encode(letter).Span));
        return Sealed.Verified(signer.Chain.Continue(signer.Seal, SealEntryKind.Letter, body, PartyInATest.Instant),
            letter);
    }
}
