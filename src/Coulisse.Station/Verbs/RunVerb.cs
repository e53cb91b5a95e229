using System.CommandLine;
using System.Net;
using Coulisse.Crypto.Codec;
using Coulisse.Station.Hosting;
using Coulisse.Station.Keys;
using Coulisse.Terminal;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Coulisse.Station.Verbs;

/// <summary><c>coulisse station run FOLDER</c>: until it is told to stop.</summary>
internal static class RunVerb
{
    internal static Command Build()
    {
        var folder = StationVerbs.Folder();
        var listen = new Option<string?>("--listen")
        {
            Description = "Where to listen, as 127.0.0.1:8443; otherwise everywhere, at the port of its address.",
            HelpName = "ADDRESS:PORT",
        };
        var bundles = new Option<string?>("--keep-bundles")
        {
            Description = "Also write every bundle that leaves into this folder, as it is before TLS, to look at.",
            HelpName = "FOLDER",
        };
        var restored = new Option<bool>("--restored")
        {
            Description = "Its file is a copy that was put back: write nothing new until what was written after it "
                + "has come back from the desks and the other station. For the first start after that only.",
        };
        var givesUp = new Option<bool>("--give-up-missing")
        {
            Description = "After --restored: wait no longer for what has not come back (coulisse line says how much). "
                + "It is lost for good.",
        };
        var json = new JsonOption<StationAnswer>(StationJson.Default.StationAnswer);
        json.Description += " It comes once the station listens; what goes wrong then is on standard error.";
        var command = new Command("run",
            "Run a station until it is told to stop. It says where it listens and, from then on, what goes wrong.\n"
            + "What is put into its folder later counts from its next start on.\n"
            + "Example: coulisse station run north") { folder, listen, bundles, restored, givesUp, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var station = StationFolder.Open(parsed.GetRequiredValue(folder));
            var settings = station.Settings(EndPoint(parsed.GetValue(listen)), parsed.GetValue(bundles),
                parsed.GetValue(restored), parsed.GetValue(givesUp));
            if (parsed.GetValue(json))
                settings.Log = Console.Error;
            return await RunAsync(settings, addresses => Tell(station, addresses, json, parsed), cancel);
        }));
        return command;
    }

    private static void Tell(
        StationFolder station, IReadOnlyList<string> addresses, JsonOption<StationAnswer> json, ParseResult parsed) =>
        json.Write(parsed, StationAnswer.Of(station) with { ListensAt = addresses },
            $"A station of {station.Keys.Party.Party} is running.",
            [.. StationFacts.Of(station), .. addresses.Select(address => ("Listens at", address))]);

    private static async Task<ExitCode> RunAsync(
        StationSettings settings, Action<IReadOnlyList<string>> tell, CancellationToken cancel)
    {
        StationFile.Open(settings.File).Dispose(); // later it opens it again by itself, as often as it takes
        await using var station = StationServer.Build(settings, TimeProvider.System);
        try
        {
            await station.StartAsync(cancel);
        }
        catch (IOException)
        {
            throw new Refusal(ExitCode.NotThere,
                "The station cannot listen there: the port is taken, or the address is "
                + "not this machine's. Choose another with --listen.");
        }
        tell([.. Addresses(station)]);
        await station.WaitForShutdownAsync(cancel);
        var ended = station.Services.GetRequiredService<StationLoop>().ExecuteTask?.Exception?.InnerException;
        if (ended is DecodeException or InvalidDataException or InvalidCastException or OverflowException)
            throw new Refusal(ExitCode.NotReadable, "The station's file holds what no station of this version wrote: "
                + "its disk fails, somebody changed it, or another version did. Use that version; or put a copy of "
                + "the file back, and run it with --restored.");
        return ended is { } fault
            ? throw new Refusal(ExitCode.NotWritten, $"The station ended by a fault of this program "
                + $"({fault.GetType().Name}). What it acknowledged is on its disk; start it again, and report it.")
            : ExitCode.Success;
    }

    private static IEnumerable<string> Addresses(WebApplication station) => station.Services
        .GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private static IPEndPoint? EndPoint(string? given)
    {
        if (given is null)
            return null;
        return IPEndPoint.TryParse(given, out var listen) && given.Contains(':', StringComparison.Ordinal)
            ? listen
            : throw new Refusal(ExitCode.Usage, "Write --listen as 127.0.0.1:8443, or as [::1]:8443.");
    }
}
