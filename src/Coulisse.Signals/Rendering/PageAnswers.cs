using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Signals.Rendering;

/// <summary>A reader's votes on some comments: +1 or −1 by comment number; those without a vote are absent.</summary>
public delegate FrozenDictionary<long, int> OwnVotes(AccountId voter, IReadOnlyCollection<long> comments);

/// <summary>Sends pages: kept ones until they change, forms drawn each time.</summary>
public sealed class PageAnswers(PageRenderer renderer, PageCache cache, IAntiforgery antiforgery, HtmlEncoder encoder,
    IRandomSource random, OwnVotes votes)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>A page drawn for this request alone: a form, an error, a publisher's screen.</summary>
    public async Task ShowAsync<TComponent>(HttpContext context, Visit visit, object? model,
        int status = StatusCodes.Status200OK)
        where TComponent : IComponent
    {
        var template = await renderer.RenderAsync<TComponent>(visit, model);
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        await FillAsync(context, visit, template);
    }

    /// <summary>A page that is kept until what it shows changes.</summary>
    /// <param name="address">The page's one address. It is drawn for that, not for what this request added to it: nothing that
    /// one reader's address carries may stand in another's page.</param>
    /// <param name="state">Read before the model: see <see cref="PageCache"/>.</param>
    /// <param name="model">Loads what is shown; only when it must be drawn.</param>
    public async Task ShowKeptAsync<TComponent>(HttpContext context, Visit visit, string address, object state,
        Func<object?> model)
        where TComponent : IComponent
    {
        var key = new PageKey(address, visit.Language.Code, visit.Zone.Id, visit.IsGuest);
        var page = cache.Find(key, state) ?? await cache.GetAsync(key, state,
            () => renderer.RenderAsync<TComponent>(visit with { Address = address }, model()), context.RequestAborted);
        await SendAsync(context, visit, page);
    }

    /// <summary>Sends the page if it is kept and true, without loading anything; false if it must be drawn.</summary>
    public async Task<bool> TrySendKeptAsync(HttpContext context, Visit visit, string address, object state)
    {
        if (cache.Find(new(address, visit.Language.Code, visit.Zone.Id, visit.IsGuest), state) is not { } page)
            return false;
        await SendAsync(context, visit, page);
        return true;
    }

    /// <summary>A text that is the same for every reader (a feed, a sitemap), kept like a page.</summary>
    public async Task SendKeptAsync(HttpContext context, string address, object state, string contentType, Func<string> write)
    {
        var key = new PageKey(address, "", "", IsGuest: true);
        var page = await cache.GetAsync(key, state, () => Task.FromResult(PageTemplate.Whole(write())), context.RequestAborted);
        await SendWholeAsync(context, page, page.Whole!, contentType);
    }

    private Task SendAsync(HttpContext context, Visit visit, KeptPage page) => page.Whole is { } whole
        ? SendWholeAsync(context, page, whole, Html)
        : FillKeptAsync(context, visit, page);

    private static async Task SendWholeAsync(HttpContext context, KeptPage page, byte[] whole, string contentType)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ETag = page.ETag;
        headers.Vary = "Cookie, Accept-Language";
        if (EntityTag.IsAmong(context.Request.Headers.IfNoneMatch, page.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = contentType;
        context.Response.ContentLength = whole.Length;
        await context.Response.BodyWriter.WriteAsync(whole, context.RequestAborted);
    }

    private Task FillKeptAsync(HttpContext context, Visit visit, KeptPage page)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return FillAsync(context, visit, page.Template);
    }

    private async Task FillAsync(HttpContext context, Visit visit, PageTemplate template)
    {
        var filling = new ViewerFilling(visit.Viewer, TokenIfNeeded(context, template), VotesOn(template, visit), encoder, random);
        context.Response.ContentType = Html;
        PipeWriter body = context.Response.BodyWriter;
        template.WriteTo(body, filling);
        await body.FlushAsync(context.RequestAborted);
    }

    /// <summary>Asked only where a form stands: a token sets a cookie.</summary>
    private string TokenIfNeeded(HttpContext context, PageTemplate template) =>
        template.HasForm ? antiforgery.GetAndStoreTokens(context).RequestToken! : "";

    private FrozenDictionary<long, int> VotesOn(PageTemplate template, Visit visit) =>
        visit.Viewer is { } viewer && template.Comments.Count > 0
            ? votes(viewer.Id, template.Comments)
            : FrozenDictionary<long, int>.Empty;
}
