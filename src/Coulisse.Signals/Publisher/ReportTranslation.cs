using System.Collections.Immutable;
using System.Threading.RateLimiting;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Translations;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/report-translation/{item}/{language}</c>: anyone may say that a translation is wrong, guests too.</summary>
internal sealed class ReportTranslation(ItemStore items, TranslationReportStore reports, Screens screens) : IDisposable
{
    /// <summary>Reports that one address may send in <see cref="Window"/>.</summary>
    public const int PerAddressMax = 5;

    /// <summary>Room for the most that is taken, in a script of four bytes a character, percent-encoded.</summary>
    public const int RequestBytesMax = 64 << 10;

    private const int BucketsMax = 4_096;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    // String hashes are seeded anew in every process: nobody outside can choose whose bucket to empty.
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, int>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            (address.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % BucketsMax,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerAddressMax, Window = Window, QueueLimit = 0 }));

    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/report-translation/{item:long}/{language}",
            (long item, string language, string? words, string? sent, HttpContext context, ReportTranslation screen) =>
                screen.ShowAsync(context, new(item), language, words, isSent: sent is not null));
        page.MapPost("/report-translation/{item:long}/{language}",
            (long item, string language, HttpContext context, ReportTranslation screen) => screen.TakeAsync(context, new(item), language))
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(RequestBytesMax),
                new TypedWords(("words", "edition.report-words"), ("remark", "publisher.report-remark"))
                {
                    IsForGuests = true,
                });
    }

    public void Dispose() => _limiter.Dispose();

    private Task<IResult> ShowAsync(HttpContext context, ItemId id, string language, string? words, bool isSent) =>
        Find(id, language) is var (item, edition)
            ? screens.ShowAsync<ReportTranslationForm>(context, new ReportTranslationModel(item, edition, edition.Live!.Number,
                words is { Length: <= TranslationReport.WordsCharsMax } ? words : "", "", isSent, []))
            : Screens.MissingAsync(context);

    private async Task<IResult> TakeAsync(HttpContext context, ItemId id, string language)
    {
        if (!EditorsOnly.IsOurForm(context))
            return await AnswerAsync(context, StatusCodes.Status400BadRequest);
        if (Find(id, language) is not var (item, edition))
            return await Screens.MissingAsync(context);
        var form = await SentForm.ReadAsync(context);
        var version = Math.Clamp(form.Number("version"), 1, edition.Live!.Number);
        var model = new ReportTranslationModel(item, edition, version, form.Line("words"), form.Text("remark").Trim(), false, []);
        var faults = Check(model).ToImmutableArray();
        if (!faults.IsEmpty)
            return await screens.ShowAgainAsync<ReportTranslationForm>(context, model with { Faults = faults });
        using var permit = _limiter.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "unknown");
        if (!permit.IsAcquired)
            return await screens.ShowAsync<ReportTranslationForm>(context,
                model with { Faults = [new("words", "error.too-many-tries")] }, StatusCodes.Status429TooManyRequests);
        // Beyond the most that wait, a reader hears the same thanks: the publisher knows that something is wrong here.
        await reports.AddAsync(id, edition.Language, version, model.Words, model.Remark, Viewer.From(context.User)?.Id,
            screens.Now, context.RequestAborted);
        return Results.Redirect($"/report-translation/{id}/{edition.Language}?sent=1");
    }

    private static IEnumerable<Fault> Check(ReportTranslationModel sent)
    {
        if (sent.Words.Length == 0 && sent.Remark.Length == 0)
            yield return new("words", "publisher.report-say-something");
        if (sent.Words.Length > TranslationReport.WordsCharsMax)
            yield return new("words", "error.too-long", TranslationReport.WordsCharsMax);
        if (sent.Remark.Length > TranslationReport.RemarkCharsMax)
            yield return new("remark", "error.too-long", TranslationReport.RemarkCharsMax);
    }

    /// <summary>A translation that the public sees; the original is nobody's translation.</summary>
    private (Item Item, Edition Edition)? Find(ItemId id, string language) =>
        LanguageTag.Parse(language) is { } tag && items.Find(id) is { State: ItemState.Published } item
        && tag != item.OriginalLanguage && item.In(tag) is { Live: not null } edition ? (item, edition) : null;

    private static async Task<IResult> AnswerAsync(HttpContext context, int status)
    {
        await ErrorPages.ShowAsync(context, status);
        return Results.Empty;
    }
}
