using System.Diagnostics;
using Coulisse.Signals.Items;
using Coulisse.Signals.Statements;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/items/{item}/withdraw-by-seal</c>: takes the party's own withdrawal of a statement, made
/// beside the seal, and withdraws the statement for the reason it gives.</summary>
/// <remarks>Also of a statement that the page itself has withdrawn before: then the seal's word is added.</remarks>
internal sealed class SealedWithdrawalScreen(ItemStore items, SignedFiles files, SignedFileStore store, Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher)
    {
        publisher.MapGet("/items/{item:long}/withdraw-by-seal",
            (long item, HttpContext context, SealedWithdrawalScreen screen) => screen.ShowAsync(context, new(item)));
        publisher.MapPost("/items/{item:long}/withdraw-by-seal",
            (long item, HttpContext context, SealedWithdrawalScreen screen) => screen.TakeAsync(context, new(item)));
    }

    /// <summary>The latest signed file, while the seal has not withdrawn it and the public knows of it.</summary>
    public static SignedFile? Withdrawable(Item item, SignedFiles files) =>
        item is { Kind: ItemKind.Statement, State: ItemState.Published or ItemState.Withdrawn }
        && files.Of(item.Id) is [{ IsWithdrawal: false } latest, ..] ? latest : null;

    private Task<IResult> ShowAsync(HttpContext context, ItemId id) => Find(id) is { } model
        ? screens.ShowAsync<SealedWithdrawalForm>(context, model)
        : Screens.MissingAsync(context);

    private async Task<IResult> TakeAsync(HttpContext context, ItemId id)
    {
        var form = await SentForm.ReadAsync(context);
        if (Find(id) is not { } model)
            return await Screens.MissingAsync(context);
        var bytes = await UploadedFile.ReadAsync(form.File("file"), context.RequestAborted);
        switch (WithdrawalUpload.Check(bytes, model.Latest, screens.Now))
        {
            case WithdrawalUpload.Refused refused:
                return await AgainAsync(context, model with { Findings = refused.Findings }, refused.Fault);
            case WithdrawalUpload.Fits fits
                when await store.WithdrawAsync(id, fits.File, fits.Reason, context.RequestAborted):
                return Results.Redirect(Said.After(PublisherAddresses.Item(id), Said.WithdrawnBySeal));
            default:
                // A newer revision came meanwhile, or the same file twice.
                return Find(id) is { } now
                    ? await AgainAsync(context, now, WithdrawalUploadFault.AnotherRevision)
                    : Results.Redirect(PublisherAddresses.Item(id));
        }
    }

    private Task<IResult> AgainAsync(HttpContext context, SealedWithdrawalModel model, WithdrawalUploadFault fault) =>
        screens.ShowAgainAsync<SealedWithdrawalForm>(context, model with { Faults = [new("file", KeyOf(fault))] });

    private SealedWithdrawalModel? Find(ItemId id) =>
        items.Find(id) is { } item && Withdrawable(item, files) is { } signed ? new(item, signed, [], []) : null;

    private static string KeyOf(WithdrawalUploadFault fault) => fault switch
    {
        WithdrawalUploadFault.NoFile => "publisher.sign-no-file",
        WithdrawalUploadFault.TooLarge => "publisher.sign-too-large",
        WithdrawalUploadFault.TheStatementItself => "publisher.seal-withdraw-the-statement",
        WithdrawalUploadFault.NotAWithdrawal => "publisher.seal-withdraw-none",
        WithdrawalUploadFault.Altered => "publisher.sign-altered",
        WithdrawalUploadFault.AnotherSeal => "publisher.seal-withdraw-another-seal",
        WithdrawalUploadFault.AnotherStatement => "publisher.sign-another-statement",
        WithdrawalUploadFault.AnotherRevision => "publisher.seal-withdraw-revision",
        WithdrawalUploadFault.AnotherSigning => "publisher.seal-withdraw-signing",
        _ => throw new UnreachableException(),
    };
}
