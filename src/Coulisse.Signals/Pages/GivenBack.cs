using System.Collections.Immutable;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Rendering;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Coulisse.Signals.Pages;

/// <summary>Nothing typed is lost: a form refused before or after its own handler (signed out, expired, suspended, too
/// often, nothing there any more, disk full) is shown again as it was sent, with a sentence that says what to
/// do.</summary>
/// <remarks>Only to whoever sent it from this page: a foreign site must not be able to lay its words before a person's
/// "send" button.</remarks>
internal static class GivenBack
{
    private const string TokenField = "__RequestVerificationToken";

    /// <summary>Answers with what was typed; false when this form holds none, and nothing is answered.</summary>
    /// <param name="status">Of the refusal.</param>
    /// <param name="sentence">What to do; null: what the status says.</param>
    public static async Task<bool> TryAsync(HttpContext context, int status, string? sentence = null)
    {
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (!HttpMethods.IsPost(context.Request.Method) || IsFromElsewhere(context)
            || endpoint?.Metadata.GetMetadata<TypedWords>() is not { } words
            || await FormAsync(context) is not { } form)
            return false;
        var visit = context.RequestServices.GetRequiredService<VisitFactory>().For(context);
        var typed = form.Where(field => words.Hold(field.Key))
            .Select(field => (field.Key, words.LabelOf(field.Key, visit), field.Value.ToString())).ToImmutableArray();
        if (typed.All(field => string.IsNullOrWhiteSpace(field.Item3)))
            return false;
        var model = new GivenBackModel(visit["error.given-back"], "", null, false, typed, CarriedIn(form, words));
        await context.RequestServices.GetRequiredService<PageAnswers>().ShowAsync<GivenBackPage>(context, visit,
            Say(context, visit, model, status, sentence, words), status);
        return true;
    }

    /// <summary>Browsers say so of every request since 2023 (Fetch Metadata, <c>Sec-Fetch-Site</c>).</summary>
    public static bool IsFromElsewhere(HttpContext context) =>
        context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    /// <summary>The form as it was sent, for showing it to its sender alone: no token is asked. Null when it cannot be
    /// read.</summary>
    public static async Task<IFormCollection?> FormAsync(HttpContext context)
    {
        // With the finding that its token is not good, reading it would be refused.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        if (!context.Request.HasFormContentType)
            return null;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static ImmutableArray<(string, string)> CarriedIn(IFormCollection form, TypedWords words) =>
    [
        .. form.Where(field => field.Key != TokenField && !words.Hold(field.Key))
            .SelectMany(field => field.Value.Select(value => (field.Key, value ?? ""))),
    ];

    private static GivenBackModel Say(HttpContext context, Visit visit, GivenBackModel model, int status,
        string? sentence, TypedWords words)
    {
        var toSend = model with { SendTo = context.Request.Path + context.Request.QueryString };
        return (status, visit.Viewer) switch
        {
            (StatusCodes.Status403Forbidden, { MayWrite: false } suspended) => model with
            {
                Sentence = $"{Suspension(context, visit, suspended)} {visit["error.copy-words"]}",
            },
            (StatusCodes.Status400BadRequest, null) when !words.IsForGuests =>
                toSend with { Sentence = sentence ?? visit["error.signed-out"], AsksToSignIn = true },
            (StatusCodes.Status400BadRequest, _) => toSend with { Sentence = sentence ?? visit["error.form-stale"] },
            (StatusCodes.Status403Forbidden, _) => model with
            {
                Sentence = $"{visit["error.forbidden-act"]} {visit["error.copy-words"]}",
            },
            (StatusCodes.Status404NotFound or StatusCodes.Status409Conflict or StatusCodes.Status410Gone, _) =>
                model with { Sentence = $"{sentence ?? visit["error.gone-meanwhile"]} {visit["error.copy-words"]}" },
            _ => toSend with { Sentence = sentence ?? visit[new ErrorModel(status).Key] },
        };
    }

    /// <summary>Why this reader may not write.</summary>
    public static string Suspension(HttpContext context, Visit visit, Viewer suspended)
    {
        var person = context.RequestServices.GetRequiredService<People>().Find(suspended.Id);
        return visit.Language.Text("account.suspended", ("reason", person?.SuspendedFor ?? ""));
    }
}
