using Coulisse.Signals.Accounts;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Coulisse.Signals.Publisher;

/// <summary>What every screen of the publisher needs to answer.</summary>
internal sealed class Screens(VisitFactory visits, PageAnswers answers, TimeProvider time)
{
    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task<IResult> ShowAsync<TScreen>(HttpContext context, object model, int status = StatusCodes.Status200OK)
        where TScreen : IComponent
    {
        await answers.ShowAsync<TScreen>(context, visits.For(context), model, status);
        return Results.Empty;
    }

    /// <summary>A form that was refused comes back as it was sent, with what is wrong.</summary>
    public Task<IResult> ShowAgainAsync<TScreen>(HttpContext context, object model)
        where TScreen : IComponent => ShowAsync<TScreen>(context, model, StatusCodes.Status422UnprocessableEntity);

    /// <summary>A phrase in the reader's language.</summary>
    public string Say(HttpContext context, string key) => visits.For(context)[key];

    public static async Task<IResult> MissingAsync(HttpContext context)
    {
        await ErrorPages.ShowAsync(context, StatusCodes.Status404NotFound);
        return Results.Empty;
    }

    public static AccountId? EditorOf(HttpContext context) => Viewer.From(context.User)?.Id;
}
