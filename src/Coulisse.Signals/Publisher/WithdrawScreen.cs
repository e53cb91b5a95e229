using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/items/{item}/withdraw</c>: takes a published item's words off the page and leaves a
/// trace.</summary>
internal sealed class WithdrawScreen(ItemStore items, ItemWriter writer, SignedFiles files, Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher)
    {
        publisher.MapGet("/items/{item:long}/withdraw",
            (long item, HttpContext context, WithdrawScreen screen) => screen.ShowAsync(context, new(item)));
        publisher.MapPost("/items/{item:long}/withdraw",
            (long item, HttpContext context, WithdrawScreen screen) => screen.TakeAsync(context, new(item)))
            .WithMetadata(new TypedWords(("reason", "form.reason")));
    }

    private Task<IResult> ShowAsync(HttpContext context, ItemId id) =>
        items.Find(id) is { State: ItemState.Published } item
        ? screens.ShowAsync<WithdrawForm>(context, Model(item, ""))
        : Screens.MissingAsync(context);

    private async Task<IResult> TakeAsync(HttpContext context, ItemId id)
    {
        var reason = (await SentForm.ReadAsync(context)).Line("reason");
        if (items.Find(id) is not { State: ItemState.Published } item)
            return await Screens.MissingAsync(context);
        var fault = reason.Length switch
        {
            0 => new Fault("reason", "error.required"),
            > Limits.ReasonCharsMax => new Fault("reason", "error.too-long", Limits.ReasonCharsMax),
            _ => null,
        };
        if (fault is not null)
            return await screens.ShowAgainAsync<WithdrawForm>(context, Model(item, reason) with { Faults = [fault] });
        await writer.WithdrawAsync(id, reason, screens.Now, context.RequestAborted);
        return Results.Redirect(Said.After(PublisherAddresses.Item(id), Said.Withdrawn));
    }

    private WithdrawModel Model(Item item, string reason) =>
        new(item, reason, IsSigned: SealedWithdrawalScreen.Withdrawable(item, files) is not null, []);
}
