using Coulisse.Signals.Rendering;
using Coulisse.Signals.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;

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

    /// <summary>Draws the error page for a status; the words depend on the status alone.</summary>
    public static Task ShowAsync(HttpContext context, int status)
    {
        var visit = context.RequestServices.GetRequiredService<VisitFactory>().For(context);
        return context.RequestServices.GetRequiredService<PageAnswers>()
            .ShowAsync<ErrorPage>(context, visit, new ErrorModel(status), status);
    }

    private static int StatusOf(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: SqliteCode.Full } => StatusCodes.Status507InsufficientStorage,
        SqliteException { SqliteErrorCode: SqliteCode.Busy or SqliteCode.IoError } => StatusCodes.Status503ServiceUnavailable,
        AntiforgeryValidationException or BadHttpRequestException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
