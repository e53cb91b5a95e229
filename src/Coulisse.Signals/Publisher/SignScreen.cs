using System.Diagnostics;
using System.Globalization;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Statements;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/items/{item}/sign</c>: hands out the unsigned statement, takes the signed one back.</summary>
/// <remarks>The page never holds the seal. The file is signed beside it, by hand, and checked here against the seal's
/// public key.</remarks>
internal sealed class SignScreen(ItemStore items, SignedFiles files, SignedFileStore store, SiteSettings settings,
    Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher)
    {
        publisher.MapGet("/items/{item:long}/sign",
            (long item, HttpContext context, SignScreen screen) => screen.ShowAsync(context, new(item)));
        publisher.MapGet("/items/{item:long}/sign/unsigned",
            (long item, HttpContext context, SignScreen screen) => screen.GiveAsync(context, new(item)));
        publisher.MapPost("/items/{item:long}/sign",
            (long item, HttpContext context, SignScreen screen) => screen.TakeAsync(context, new(item)));
    }

    private Task<IResult> ShowAsync(HttpContext context, ItemId id) => Find(id) is { } item
        ? screens.ShowAsync<SignForm>(context, Model(item) with { SaidKey = Said.KeyIn(context) })
        : Screens.MissingAsync(context);

    private async Task<IResult> GiveAsync(HttpContext context, ItemId id)
    {
        if (Find(id) is not { } item || !Model(item).CanBeSigned)
            return await Screens.MissingAsync(context);
        var revision = NextRevision(id);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(UnsignedStatementFile.Write(StatementDrafts.Of(item, settings.Party!, revision)),
            "application/octet-stream", string.Create(CultureInfo.InvariantCulture, $"statement-{id}-{revision}.txt"));
    }

    private async Task<IResult> TakeAsync(HttpContext context, ItemId id)
    {
        var form = await SentForm.ReadAsync(context);
        if (Find(id) is not { } item)
            return await Screens.MissingAsync(context);
        var model = Model(item);
        if (!model.CanBeSigned || SealPublicKey.FromHex(settings.Seal) is not { } seal)
            return await screens
                .ShowAgainAsync<SignForm>(context, model with { Faults = [new("file", "publisher.sign-not-yet")] });
        var bytes = await UploadedFile.ReadAsync(form.File("file"), context.RequestAborted);
        var expected = StatementDrafts.Of(item, settings.Party!, model.Revision);
        switch (SignedUpload.Check(bytes, expected, item, seal, screens.Now))
        {
            case SignedUpload.Refused refused:
                return await screens.ShowAgainAsync<SignForm>(context,
                    model with { Faults = [new("file", KeyOf(refused.Fault))], Findings = refused.Findings });
            case SignedUpload.Fits fits when await store.AddAsync(id, fits.File, context.RequestAborted):
                return Results.Redirect(Said.After(PublisherAddresses.Item(id), Said.SignatureTaken));
            default:
                return await screens.ShowAgainAsync<SignForm>(context,
                    Model(item) with { Faults = [new("file", KeyOf(SignedUploadFault.WrongRevision))] });
        }
    }

    private Item? Find(ItemId id) =>
        items.Find(id) is { Kind: ItemKind.Statement, State: not ItemState.Withdrawn } item ? item : null;

    private int NextRevision(ItemId id) => files.Of(id).Where(file => !file.IsWithdrawal).Select(file => file.Revision)
        .DefaultIfEmpty(0).Max() + 1;

    private SignModel Model(Item item)
    {
        var revision = NextRevision(item.Id);
        var hasSeal = settings is { Party: not null, Seal: not null };
        var faults = hasSeal ? StatementRules.FaultsOf(StatementDrafts.Of(item, settings.Party!, revision)) : [];
        return new(item, store.Covered(item.Id), hasSeal, revision, [.. faults.Select(fault => fault.Sentence)], [], [],
            null);
    }

    private static string KeyOf(SignedUploadFault fault) => fault switch
    {
        SignedUploadFault.NoFile => "publisher.sign-no-file",
        SignedUploadFault.TooLarge => "publisher.sign-too-large",
        SignedUploadFault.StillUnsigned => "publisher.sign-still-unsigned",
        SignedUploadFault.NotAStatement => "publisher.sign-not-a-statement",
        SignedUploadFault.Altered => "publisher.sign-altered",
        SignedUploadFault.AnotherSeal => "publisher.sign-another-seal",
        SignedUploadFault.AnotherStatement => "publisher.sign-another-statement",
        SignedUploadFault.WrongRevision => "publisher.sign-wrong-revision",
        SignedUploadFault.OtherWords => "publisher.sign-other-words",
        _ => throw new UnreachableException(),
    };
}
