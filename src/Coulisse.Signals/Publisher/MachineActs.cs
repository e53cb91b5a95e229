using System.Diagnostics;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Site;
using Coulisse.Signals.Translations;

namespace Coulisse.Signals.Publisher;

/// <summary>Asks the machine for an edition; what comes is a version like any other, labelled, unseen until released.</summary>
internal sealed class MachineActs(ItemStore items, ItemWriter writer, MachineTranslation machine, SiteSettings settings,
    ItemScreen screen, Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher) => publisher.MapPost("/items/{item:long}/machine",
        (long item, HttpContext context, MachineActs acts) => acts.AskAsync(context, new(item)))
            .WithMetadata(new TypedWords(("target", "publisher.machine-into")));

    private async Task<IResult> AskAsync(HttpContext context, ItemId id)
    {
        var form = await SentForm.ReadAsync(context);
        if (items.Find(id) is not { } item)
            return await Screens.MissingAsync(context);
        var typed = new ItemForms(Target: form.Line("target"), Zone: settings.Zone.Id);
        if (Refusal(item, form) is { } key)
            return await screen.ShowAgainAsync(context, id, typed, new Fault("target", key));
        var (source, target) = (item.In(form.Language("source")!.Value)!, form.Language("target")!.Value);
        var words = await machine.TranslateAsync(source.Language, target, source.Latest,
            settings.Value("translator-name") ?? MachineTranslation.EngineWhenUnnamed, context.RequestAborted);
        return words switch
        {
            MachineWords.NotMade { Fault: var fault } =>
                await screen.ShowAgainAsync(context, id, typed, new Fault("target", KeyOf(fault))),
            MachineWords.Made made => await KeepAsync(context, item, source, target, made, typed),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IResult> KeepAsync(HttpContext context, Item item, Edition source, LanguageTag target,
        MachineWords.Made made, ItemForms typed)
    {
        var text = new EditionText(target, EditionStanding.Machine, made.Title, made.Body,
            new(source.Language, source.Latest.Number), made.Engine, made.MadeAt);
        var saving = await writer.SaveOnAsync(item.Id, text, item.In(target)?.Latest.Number ?? 0, Screens.EditorOf(context),
            screens.Now, context.RequestAborted);
        return saving switch
        {
            Saving.Saved => Results.Redirect(Said.After(PublisherAddresses.Item(item.Id), Said.Translated)),
            Saving.Overtaken => await screen.ShowAgainAsync(context, item.Id, typed, new Fault("target", "error.conflict")),
            Saving.PeoplesWordsStand => await screen.ShowAgainAsync(context, item.Id, typed, new Fault("target", "publisher.not-a-machines")),
            Saving.TooManyEditions => await screen.ShowAgainAsync(context, item.Id, typed, new Fault("target", "publisher.too-many-editions")),
            Saving.Closed => await screen.ShowAgainAsync(context, item.Id, typed, new Fault("target", "publisher.is-withdrawn")),
            _ => throw new UnreachableException(),
        };
    }

    private static string? Refusal(Item item, SentForm form) => (form.Language("source"), form.Language("target")) switch
    {
        (_, null) => "publisher.no-language",
        (null, _) => "publisher.no-language",
        _ when item.State is ItemState.Withdrawn => "publisher.is-withdrawn",
        ({ } from, _) when item.In(from) is null or { Standing: EditionStanding.Machine } => "publisher.machine-no-source",
        ({ } from, { } to) when from == to || to == item.OriginalLanguage => "publisher.not-a-machines",
        (_, { } to) when item.In(to) is { Standing: not EditionStanding.Machine } => "publisher.not-a-machines",
        _ => null,
    };

    private static string KeyOf(MachineFault fault) => fault switch
    {
        MachineFault.NoServer => "publisher.machine-no-server",
        MachineFault.Busy => "publisher.machine-busy",
        MachineFault.KeyFile => "publisher.machine-key-file",
        MachineFault.Unreachable => "publisher.machine-unreachable",
        MachineFault.TooSlow => "publisher.machine-too-slow",
        MachineFault.TooLarge => "publisher.machine-too-large",
        MachineFault.Redirected => "publisher.machine-redirected",
        MachineFault.Languages => "publisher.machine-languages",
        MachineFault.KeyRefused => "publisher.machine-key-refused",
        MachineFault.Limit => "publisher.machine-limit",
        MachineFault.Failed => "publisher.machine-failed",
        MachineFault.Unreadable => "publisher.machine-unreadable",
        _ => throw new UnreachableException(),
    };
}
