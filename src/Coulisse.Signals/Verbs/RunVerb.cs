using System.CommandLine;
using System.Net;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;

namespace Coulisse.Signals.Verbs;

/// <summary><c>coulisse page run</c>: serves the page until it is told to stop.</summary>
internal static class RunVerb
{
    public static Command Build()
    {
        var file = CommonOptions.File();
        var listen = new Option<Uri>("--listen")
        {
            Description = "Where to listen. Put a TLS-terminating proxy before anything but loopback.",
            DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"),
        };
        var address = new Option<Uri?>("--address")
        {
            Description = "How readers reach the page, for feeds, links and cookies. Default: where it listens.",
        };
        var proxies = new Option<string[]>("--trusted-proxy") { Description = "Address of a proxy whose X-Forwarded-For is believed." };
        var translator = new Option<Uri?>("--translator")
        {
            Description = "A LibreTranslate-compatible server for machine editions, for example http://127.0.0.1:5000.",
        };
        var translatorKey = new Option<string?>("--translator-key-file")
        {
            Description = "A file (mode 0600) that holds the translation server's key and nothing else.",
        };
        var run = new Command("run", "Serve the page. Example: coulisse page run --file site.page --listen http://127.0.0.1:5080")
        {
            file, listen, address, proxies, translator, translatorKey,
        };
        run.SetAction((arguments, cancel) => RunAsync(new(
            arguments.GetValue(file)!,
            arguments.GetValue(listen)!,
            arguments.GetValue(address) ?? arguments.GetValue(listen)!,
            [.. (arguments.GetValue(proxies) ?? []).Select(IPAddress.Parse)],
            arguments.GetValue(translator),
            arguments.GetValue(translatorKey)), cancel));
        return run;
    }

    private static async Task<int> RunAsync(PageOptions options, CancellationToken cancel)
    {
        try
        {
            await using var page = PageHost.Build(options);
            await page.StartAsync(cancel);
            Console.WriteLine($"The page is at {page.Urls.First()}/ (file {Path.GetFullPath(options.DatabasePath)}). Ctrl-C ends it.");
            await page.WaitForShutdownAsync(cancel);
            return ExitCode.Done;
        }
        catch (PageStoreException refusal)
        {
            return CommonOptions.Say(refusal.Message, ExitCode.Refused);
        }
        catch (IOException failure)
        {
            return CommonOptions.Say($"Cannot listen at {options.Listen}: {failure.Message} Choose another --listen.", ExitCode.Failed);
        }
    }
}
