using System.Collections.Immutable;
using Coulisse.Languages;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using NodaTime;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/settings</c>: names, language, zone, when comments wait, and the party's seal.</summary>
internal sealed class SettingsScreen(SiteSettings settings, Database database, InterfaceLanguages languages, Screens screens)
{
    public const int NameCharsMax = 120;
    public const int PartyCharsMax = 120;
    private const int SealHexChars = 64;

    public static void Map(IEndpointRouteBuilder publisher)
    {
        publisher.MapGet("/settings", (HttpContext context, SettingsScreen screen) => screen.ShowAsync(context));
        publisher.MapPost("/settings", (HttpContext context, SettingsScreen screen) => screen.TakeAsync(context))
            .WithMetadata(new TypedWords(("name-", "publisher.settings-name-in"), ("zone", "nav.time-zone"),
                ("translator-name", "publisher.settings-translator"), ("held-words", "publisher.hold-words")));
        publisher.MapPost("/settings/seal",
            (HttpContext context, SettingsScreen screen) => screen.TakeSealAsync(context))
            .WithMetadata(new TypedWords(("party", "publisher.seal-party"), ("seal", "publisher.seal-key"),
                ("confirmation", "publisher.seal-confirm")));
    }

    private Task<IResult> ShowAsync(HttpContext context) =>
        screens.ShowAsync<SettingsForm>(context, Present() with { SaidKey = Said.KeyIn(context) });

    private SettingsModel Present() => new(
        languages.All.ToImmutableSortedDictionary(l => l.Code, l => settings.Value("name." + l.Code) ?? "", StringComparer.Ordinal),
        settings.DefaultLanguage, settings.Zone.Id, settings.Value("translator-name") ?? "",
        database.Read(HoldingSettingsStore.Load), new(settings.Party ?? "", settings.Seal ?? "", ""), settings.Seal,
        settings.EarlierSeals, [], null);

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        var form = await SentForm.ReadAsync(context);
        var sent = Present() with
        {
            Names = languages.All.ToImmutableSortedDictionary(l => l.Code, l => form.Line("name-" + l.Code), StringComparer.Ordinal),
            DefaultLanguage = form.Line("default-language"),
            Zone = form.Line("zone"),
            TranslatorName = form.Line("translator-name"),
            Holding = HoldingIn(form),
        };
        var faults = Check(sent).ToImmutableArray();
        if (!faults.IsEmpty)
            return await screens.ShowAgainAsync<SettingsForm>(context, sent with { Faults = faults });
        await settings.SetAllAsync(
        [
            .. sent.Names.Select(name => ("name." + name.Key, (string?)(name.Value.Length > 0 ? name.Value : null))),
            ("default-language", sent.DefaultLanguage),
            ("zone", sent.Zone),
            ("translator-name", sent.TranslatorName.Length > 0 ? sent.TranslatorName : null),
            HoldingSettingsStore.AsSetting(sent.Holding),
        ], context.RequestAborted);
        return Results.Redirect(Said.After(PublisherAddresses.Settings, Said.Saved));
    }

    private async Task<IResult> TakeSealAsync(HttpContext context)
    {
        var form = await SentForm.ReadAsync(context);
        var sent = new SealDraft(form.Line("party"), form.Line("seal").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(),
            form.Line("confirmation"));
        var faults = CheckSeal(sent).ToImmutableArray();
        if (!faults.IsEmpty)
            return await screens.ShowAgainAsync<SettingsForm>(context, Present() with { Seal = sent, Faults = faults });
        await settings.SetSealAsync(sent.Party, sent.Seal, screens.Now, context.RequestAborted);
        return Results.Redirect(Said.After(PublisherAddresses.Settings, Said.Saved));
    }

    private IEnumerable<Fault> Check(SettingsModel sent)
    {
        foreach (var (language, name) in sent.Names)
        {
            if (name.Length > NameCharsMax)
                yield return new("name-" + language, "error.too-long", NameCharsMax);
        }
        if (sent.TranslatorName.Length > NameCharsMax)
            yield return new("translator-name", "error.too-long", NameCharsMax);
        if (languages.Find(sent.DefaultLanguage) is null)
            yield return new("default-language", "error.required");
        if (sent.Zone.Length > 64 || DateTimeZoneProviders.Tzdb.GetZoneOrNull(sent.Zone) is null)
            yield return new("zone", "publisher.minute-unreadable");
    }

    private IEnumerable<Fault> CheckSeal(SealDraft sent)
    {
        if (sent.Party.Length == 0)
            yield return new("party", "error.required");
        if (sent.Party.Length > PartyCharsMax)
            yield return new("party", "error.too-long", PartyCharsMax);
        if (sent.Seal.Length != SealHexChars || !sent.Seal.All(char.IsAsciiHexDigitLower))
            yield return new("seal", "publisher.seal-unreadable");
        var isReplaced = settings.Seal is not null && (settings.Seal != sent.Seal || settings.Party != sent.Party);
        if (isReplaced && !string.Equals(sent.Confirmation, sent.Party, StringComparison.Ordinal))
            yield return new("confirmation", "publisher.seal-not-confirmed");
    }

    private static HoldingSettings HoldingIn(SentForm form) => new HoldingSettings
    {
        ReleasedBeforeMin = form.Number("released-before"),
        AccountAgeMinutesMin = form.Number("account-age"),
        ReleasedToLinkFreely = form.Number("released-to-link"),
        LinksMax = form.Number("links"),
        RateMax = form.Number("rate"),
        RateMinutes = form.Number("rate-minutes"),
        Words = [.. form.Lines("held-words")],
    }.Limited();
}
