using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Tests.Credence;

namespace Coulisse.Wire.Tests.Accreditations;

[Trait("Row", "15")]
public sealed class OnlyTheHolderOfAKeyAsksForIt : IDisposable
{
    private readonly PartyInATest party = new();

    public void Dispose() => party.Dispose();

    private RequestContent Content =>
        new("Aldermark", party.Draw(SubjectKind.Desk), WireList.From(party.DeskKeys()), []);

    [Fact]
    public void A_request_signed_by_its_own_key_is_read_back()
    {
        var request = AccreditationRequest.Sign(Content, party.DeskKey);
        Assert.Equal(request, Read(CredenceFile.Write(request)));
    }

    [Fact]
    public void A_request_for_somebody_elses_key_cannot_be_made()
    {
        using var other = SignaturePrivateKey.Generate(new SeededRandom(99));
        Assert.Throws<ArgumentException>(() => AccreditationRequest.Sign(Content, other));
    }

    [Fact]
    public void A_signature_over_another_request_is_refused()
    {
        var (one, two) = (AccreditationRequest.Sign(Content, party.DeskKey),
            AccreditationRequest.Sign(Content, party.DeskKey));
        var bytes = WireValue.Encode(one).ToArray();
        two.Signature.Span.CopyTo(bytes.AsSpan(bytes.Length - 64));
        Assert.Throws<Coulisse.Crypto.Codec.DecodeException>(() => WireValue.Decode<AccreditationRequest>(bytes));
    }

    [Fact]
    public void Every_flipped_byte_of_its_file_is_refused()
    {
        var file = CredenceFile.Write(AccreditationRequest.Sign(Content, party.DeskKey));
        for (var at = 0; at < file.Length; at++)
        {
            file[at] ^= (byte)(1 << (at % 8));
            Assert.IsType<CredenceReading<AccreditationRequest>.Refused>(CredenceFile.Read<AccreditationRequest>(file));
            file[at] ^= (byte)(1 << (at % 8));
        }
    }

    private static AccreditationRequest Read(byte[] file) =>
        Assert.IsType<CredenceReading<AccreditationRequest>.Whole>(CredenceFile.Read<AccreditationRequest>(file)).Value;
}
