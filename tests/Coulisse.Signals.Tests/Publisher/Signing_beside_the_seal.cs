using System.Text;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Items;
using Coulisse.Signals.Statements;
using Coulisse.Signals.Tests.Hosting;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>With a real seal: the file goes out, is signed, comes back.</summary>
public sealed class Signing_beside_the_seal : IDisposable
{
    private readonly Publication _page = new();
    private readonly TemporaryFolder _beside = new();
    private readonly Seal _seal = Seal.Generate("Aldermark", new SystemRandom());

    public void Dispose()
    {
        _seal.Dispose();
        _beside.Dispose();
        _page.Dispose();
    }

    [Fact]
    public async Task Covers_the_latest_authentic_and_official_words_and_no_machines()
    {
        var item = await StatementAsync();
        var handedOut = UnsignedStatementFile.Write(StatementDrafts.Of(item, "Aldermark", 1));
        var taken = Assert.IsType<StatementReading.Read>(UnsignedStatementFile.Read(handedOut)).Statement;
        Assert.Equal(["fr"], taken.Editions.Select(e => e.Language));
        var fits = Assert.IsType<SignedUpload.Fits>(Check(Sign(taken), item));
        Assert.Equal([new SourceVersion(Publication.French, 1)], fits.File.Covers);
        Assert.True(await _page.Signed.AddAsync(item.Id, fits.File, Publication.Cancel));
        Assert.False(await _page.Signed.AddAsync(item.Id, fits.File, Publication.Cancel));
        Assert.Equal(Releasing.MayGoOut, ReleaseRules.Check(item, _page.Signed.Covered(item.Id)));
    }

    [Fact]
    public async Task Is_refused_for_each_thing_that_is_wrong()
    {
        var item = await StatementAsync();
        var right = StatementDrafts.Of(item, "Aldermark", 1);
        var signedFile = Sign(right);
        Assert.Equal(SignedUploadFault.NoFile, Refused([], item));
        Assert.Equal(SignedUploadFault.TooLarge, Refused(new byte[SignedUpload.FileBytesMax + 1], item));
        Assert.Equal(SignedUploadFault.NotAStatement, Refused(Encoding.UTF8.GetBytes("<html>"), item));
        Assert.Equal(SignedUploadFault.StillUnsigned, Refused(UnsignedStatementFile.Write(right), item));
        Assert.Equal(SignedUploadFault.WrongRevision, Refused(Sign(right with { Revision = 2 }), item));
        var another = (await _page.NewAsync(ItemKind.Statement)) is var id ? _page.Items.Find(id)! : null!;
        Assert.Equal(SignedUploadFault.AnotherStatement, Refused(signedFile, another));
        await _page.SaveAsync(item.Id, Publication.French, Coulisse.Signals.Items.EditionStanding.Authentic, basedOn: 1);
        Assert.Equal(SignedUploadFault.OtherWords, Refused(signedFile, _page.Items.Find(item.Id)!));
    }

    [Fact]
    public async Task Names_what_was_altered_and_knows_its_own_seal()
    {
        var item = await StatementAsync();
        var file = Sign(StatementDrafts.Of(item, "Aldermark", 1));
        file[file.AsSpan().IndexOf("canaux"u8)] ^= 1;
        var altered = Assert.IsType<SignedUpload.Refused>(Check(file, item));
        Assert.Equal(SignedUploadFault.Altered, altered.Fault);
        Assert.NotEmpty(altered.Findings);
        using var other = Seal.Generate("Aldermark", new SystemRandom());
        Assert.Equal(SignedUploadFault.AnotherSeal, Refused(Sign(StatementDrafts.Of(item, "Aldermark", 1), other), item));
    }

    private async Task<Item> StatementAsync()
    {
        var id = await _page.NewAsync(ItemKind.Statement);
        await _page.SaveAsync(id, Publication.English, Coulisse.Signals.Items.EditionStanding.Machine, basedOn: 0);
        return _page.Items.Find(id)!;
    }

    private SignedUpload Check(byte[] file, Item item) =>
        SignedUpload.Check(file, StatementDrafts.Of(item, "Aldermark", 1), item, _seal.PublicKey, _page.Now);

    private SignedUploadFault Refused(byte[] file, Item item) => Assert.IsType<SignedUpload.Refused>(Check(file, item)).Fault;

    private byte[] Sign(Statement statement, Seal? seal = null)
    {
        seal ??= _seal;
        var path = Path.Combine(_beside.Path, Path.GetRandomFileName());
        SealChainFile.Create(path, seal);
        using var chain = Assert.IsType<SealChainOpening.Opened>(SealChainFile.Open(path, seal.Party, seal.PublicKey)).Chain;
        return SignedStatementFile.Sign(statement, seal, chain, _page.Now.ToDateTimeOffset());
    }
}
