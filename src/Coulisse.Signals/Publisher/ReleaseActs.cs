using System.Diagnostics;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Statements;

namespace Coulisse.Signals.Publisher;

/// <summary>Publishing now, agreeing on a minute, taking it back, and releasing a newer version.</summary>
internal sealed class ReleaseActs(ItemStore items, ItemWriter writer, SignedFileStore signedFiles, ReleaseClock clock,
    ItemScreen screen, Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher)
    {
        publisher.MapPost("/items/{item:long}/publish",
            (long item, HttpContext context, ReleaseActs acts) => acts.PublishAsync(context, new(item)));
        publisher.MapPost("/items/{item:long}/schedule",
            (long item, HttpContext context, ReleaseActs acts) => acts.ScheduleAsync(context, new(item)))
            .WithMetadata(new TypedWords(("date", "publisher.date"), ("time", "publisher.time")));
        publisher.MapPost("/items/{item:long}/unschedule",
            (long item, HttpContext context, ReleaseActs acts) => acts.UnscheduleAsync(context, new(item)));
        publisher.MapPost("/items/{item:long}/{language}/release",
            (long item, string language, HttpContext context, ReleaseActs acts) => acts.ReleaseAsync(context, new(item), language));
    }

    private async Task<IResult> PublishAsync(HttpContext context, ItemId item)
    {
        if (Refusal(item, "publish") is { } fault)
            return await screen.ShowAgainAsync(context, item, new(), fault);
        await writer.PublishAsync(item, screens.Now, context.RequestAborted);
        return Results.Redirect(Said.After(PublisherAddresses.Item(item), Said.Published));
    }

    private async Task<IResult> ScheduleAsync(HttpContext context, ItemId item)
    {
        var form = await SentForm.ReadAsync(context);
        var typed = new ItemForms(form.Line("date"), form.Line("time"), form.Line("zone"));
        if (Refusal(item, "date") is { } fault)
            return await screen.ShowAgainAsync(context, item, typed, fault);
        var which = (AgreedMinute.Occurrence)Math.Clamp(form.Number("which"), 0, 2);
        switch (AgreedMinute.Resolve(typed.Date, typed.Time, typed.Zone, which, screens.Now))
        {
            case AgreedMinute.At at:
                await writer.ScheduleAsync(item, at.Instant, at.Zone.Id, context.RequestAborted);
                clock.LookAgain();
                return Results.Redirect(Said.After(PublisherAddresses.Item(item), Said.Scheduled));
            case AgreedMinute.Twice twice:
                return await screen.ShowAgainAsync(context, item, typed with { Twice = twice }, new Fault("which-1", "publisher.minute-twice"));
            case var refused:
                return await screen.ShowAgainAsync(context, item, typed, new Fault("date", KeyOf(refused)));
        }
    }

    private async Task<IResult> UnscheduleAsync(HttpContext context, ItemId item)
    {
        if (!await writer.UnscheduleAsync(item, context.RequestAborted))
            return await screen.ShowAgainAsync(context, item, new(), new Fault("publish", "publisher.not-scheduled"));
        clock.LookAgain();
        return Results.Redirect(Said.After(PublisherAddresses.Item(item), Said.Unscheduled));
    }

    private async Task<IResult> ReleaseAsync(HttpContext context, ItemId id, string language)
    {
        if (items.Find(id) is not { } item || LanguageTag.Parse(language) is not { } tag || item.In(tag) is not { } edition)
            return await Screens.MissingAsync(context);
        if (item.State is not ItemState.Published)
            return await screen.ShowAgainAsync(context, id, new(), new Fault("editions", "publisher.release-needs-published"));
        if (item.Kind is ItemKind.Statement && ReleaseRules.IsForTheSeal(edition)
            && !ReleaseRules.IsSigned(edition, signedFiles.Covered(id)))
            return await screen.ShowAgainAsync(context, id, new(), new Fault("editions", "publisher.release-needs-seal"));
        await writer.ReleaseEditionAsync(id, tag, context.RequestAborted);
        return Results.Redirect(Said.After(PublisherAddresses.Item(id), Said.Released));
    }

    private Fault? Refusal(ItemId item, string field) => ReleaseRules.Check(items.Find(item), signedFiles.Covered(item)) switch
    {
        Releasing.MayGoOut => null,
        var refused => new(field, ReleaseWords.KeyOf(refused)),
    };

    private static string KeyOf(AgreedMinute refused) => refused switch
    {
        AgreedMinute.Never => "publisher.minute-never",
        AgreedMinute.Past => "publisher.minute-past",
        AgreedMinute.TooFar => "publisher.minute-too-far",
        AgreedMinute.Unreadable => "publisher.minute-unreadable",
        _ => throw new UnreachableException(),
    };
}
