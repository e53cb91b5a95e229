using System.Globalization;
using Coulisse.Signals.Accounts.Endpoints;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Signals.Accounts.Screens;

/// <summary>Shows the accounts' screens: drawn for one request, kept nowhere.</summary>
internal sealed class AccountScreens(PageAnswers answers, VisitFactory visits)
{
    public Visit VisitOf(HttpContext context) => visits.For(context);

    public Task ShowAsync<TScreen>(HttpContext context, object model, int status = StatusCodes.Status200OK)
        where TScreen : IComponent =>
        answers.ShowAsync<TScreen>(context, visits.For(context), model, status);

    /// <summary>Too many tries or requests: says how long to wait.</summary>
    public async Task WaitAsync(HttpContext context, TimeSpan wait)
    {
        var minutes = (long)Math.Ceiling(Math.Max(wait.TotalMinutes, 1));
        var seconds = (long)Math.Ceiling(Math.Max(wait.TotalSeconds, 1));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var language = visits.For(context).Language;
        var sentence = language.Count("account.wait", minutes);
        if (await GivenBack.TryAsync(context, StatusCodes.Status429TooManyRequests, sentence)
            || await SecretForm.TryAsync(context, this, new($"{language["account.wait-heading"]}. {sentence}",
                StatusCodes.Status429TooManyRequests)))
            return;
        await ShowAsync<NoticeScreen>(context,
            new NoticeModel(language["account.wait-heading"], sentence,
                language["form.back"], LocalAddress.OrHome(context.Request.Path)),
            StatusCodes.Status429TooManyRequests);
    }

    public async Task BusyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        var language = visits.For(context).Language;
        if (await SecretForm.TryAsync(context, this,
            new(language["account.busy"], StatusCodes.Status503ServiceUnavailable)))
            return;
        await ShowAsync<NoticeScreen>(context,
            new NoticeModel(language["account.busy-heading"], language["account.busy"],
                language["form.back"], LocalAddress.OrHome(context.Request.Path)),
            StatusCodes.Status503ServiceUnavailable);
    }
}
