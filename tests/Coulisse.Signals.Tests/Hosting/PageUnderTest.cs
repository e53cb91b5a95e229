using System.Net;
using Coulisse.Signals.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Coulisse.Signals.Tests.Hosting;

/// <summary>The whole program on a loopback port of its own, over a file in a folder of its own.</summary>
public sealed class PageUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private PageUnderTest(WebApplication app, TemporaryFolder folder)
    {
        (_app, _folder) = (app, folder);
        Address = new Uri(app.Urls.First());
        Guest = NewBrowser();
    }

    public Uri Address { get; }

    /// <summary>Keeps cookies and follows no redirects.</summary>
    public HttpClient Guest { get; }

    public static async Task<PageUnderTest> StartAsync()
    {
        var folder = new TemporaryFolder();
        var any = new Uri("http://127.0.0.1:0");
        var app = PageHost.Build(new(Path.Combine(folder.Path, "test.page"), any, any, [], Translator: null));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, folder);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Another person's browser: cookies of its own.</summary>
    public HttpClient NewBrowser() => new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
    })
    { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        Guest.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
