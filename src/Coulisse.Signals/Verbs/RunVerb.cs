using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using System.Net.Sockets;
using Coulisse.Signals.Site;
using Microsoft.AspNetCore.Connections;

namespace Coulisse.Signals.Verbs;

/// <summary><c>coulisse page run</c>: serves the page until it is told to stop.</summary>
internal static class RunVerb
{
    public static Command Build()
    {
        var file = CommonOptions.File();
        var listen = CommonOptions.Address("--listen",
            "Where to listen. Put a TLS-terminating proxy before anything but loopback.",
                new Uri("http://127.0.0.1:5080"));
        var address = CommonOptions.Address("--address",
            "How readers reach the page, for feeds, links and cookies. Default: where it listens.");
        var proxies = new Option<IPAddress[]>("--trusted-proxy")
        {
            Description = "Address of a proxy whose X-Forwarded-For is believed.",
            CustomParser = ParseProxies,
        };
        var translator = CommonOptions.Address("--translator",
            "A LibreTranslate-compatible server for machine editions, for example http://127.0.0.1:5000.");
        var translatorKey = new Option<string?>("--translator-key-file")
        {
            Description = "A file (mode 0600) that holds the translation server's key and nothing else.",
        };
        var run = new Command("run",
            "Serve the page. Example: coulisse page run --file site.page --listen http://127.0.0.1:5080")
        {
            file, listen, address, proxies, translator, translatorKey,
        };
        run.SetAction((arguments, cancel) => CommonOptions.GuardAsync(() => RunAsync(new(
            arguments.GetValue(file)!,
            arguments.GetValue(listen)!,
            arguments.GetValue(address) ?? arguments.GetValue(listen)!,
            arguments.GetValue(proxies) ?? [],
            arguments.GetValue(translator),
            arguments.GetValue(translatorKey)), cancel)));
        return run;
    }

    private static IPAddress[] ParseProxies(ArgumentResult typed)
    {
        var proxies = new List<IPAddress>();
        foreach (var token in typed.Tokens)
        {
            if (IPAddress.TryParse(token.Value, out var proxy))
                proxies.Add(proxy);
            else
                typed.AddError($"'{token.Value}' is no IP address for --trusted-proxy.");
        }
        return [.. proxies];
    }

    private static async Task<int> RunAsync(PageOptions options, CancellationToken cancel)
    {
        try
        {
            await using var page = PageHost.Build(options);
            await page.StartAsync(cancel);
            Console.WriteLine(
                $"The page is at {page.Urls.First()}/ (file {Path.GetFullPath(options.DatabasePath)}). Ctrl-C ends it.");
            await page.WaitForShutdownAsync(cancel);
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure
            is SocketException or IOException { InnerException: AddressInUseException })
        {
            return CommonOptions.Say($"Cannot listen at {options.Listen}: {failure.Message} Choose another --listen.",
                ExitCode.Failed);
        }
    }
}
