using Coulisse.Signals.Rendering;
using Coulisse.Signals.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Coulisse.Signals.Pages;

/// <summary>Answers with a page of ours, in the reader's language, where there would be an empty error.</summary>
internal static class ErrorPages
{
    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            StatusCodeSelector = StatusOf,
            ExceptionHandler = context => ShowAsync(context, context.Response.StatusCode),
        });
        app.UseStatusCodePages(context => ShowAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    /// <summary>Draws the error page for a status, or the form that was refused with what was typed into it.</summary>
    public static async Task ShowAsync(HttpContext context, int status)
    {
        if (await GivenBack.TryAsync(context, status))
            return;
        if (IsTooLarge(context))
            status = StatusCodes.Status413PayloadTooLarge;
        var visit = context.RequestServices.GetRequiredService<VisitFactory>().For(context);
        var why = status == StatusCodes.Status403Forbidden && visit.Viewer is { MayWrite: false } suspended
            ? GivenBack.Suspension(context, visit, suspended)
            : null;
        await context.RequestServices.GetRequiredService<PageAnswers>()
            .ShowAsync<ErrorPage>(context, visit, new ErrorModel(status, why), status);
    }

    /// <summary>Its antiforgery field was not even looked for.</summary>
    private static bool IsTooLarge(HttpContext context) => context.Request.ContentLength is { } length
        && context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } max && length > max;

    private static int StatusOf(Exception failure) => failure switch
    {
        DbUpdateException { InnerException: SqliteException inner } => StatusOf(inner),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            StatusCodes.Status413PayloadTooLarge,
        SqliteException { SqliteErrorCode: SqliteCode.Full } => StatusCodes.Status507InsufficientStorage,
        SqliteException { SqliteErrorCode: SqliteCode.Busy or SqliteCode.ReadOnly or SqliteCode.IoError } =>
            StatusCodes.Status503ServiceUnavailable,
        AntiforgeryValidationException or BadHttpRequestException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
