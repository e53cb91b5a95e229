using System.Globalization;
using System.Net;

namespace Coulisse.Bench;

/// <summary>./bench page: pages a second and p99 of a kept page and of a signed-in reader's, beside the same bytes as a static file.</summary>
internal static class PageBench
{
    private const int Connections = 16;

    public static async Task<int> RunAsync(bool isQuick)
    {
        var (rounds, time) = isQuick ? (3, TimeSpan.FromSeconds(0.5)) : (11, TimeSpan.FromSeconds(1.5));
        using var server = ServerUnderLoad.Prepare();
        Console.WriteLine("Importing threads of 1,000 and 100,000 comments …");
        var small = AddressIn(server.Verb("import", server.NewFile("small.txt", SavedThread.Write("A thread of a thousand", 1_000))));
        var large = AddressIn(server.Verb("import", server.NewFile("large.txt", SavedThread.Write("A thread of a hundred thousand", 100_000))));
        var wayIn = server.Verb("editor", "Bench Editor").Split('\n').Select(line => line.Trim()).First(line => line.Contains("/way-in/", StringComparison.Ordinal));
        await server.StartAsync();
        var cookie = await SignedIn.CookieAsync(server.Port, wayIn);
        server.PutStatic("kept.html", await BytesAsync(server.Port, small, null));
        server.PutStatic("signed-in.html", await BytesAsync(server.Port, small, cookie));
        await CompareAsync(server.Port, small, cookie, rounds, time);
        await LargeThreadAsync(server.Port, large);
        return 0;
    }

    private static async Task CompareAsync(int port, string page, string cookie, int rounds, TimeSpan time)
    {
        (string Name, string Path, string? Cookie)[] asked =
            [("its bytes as a file", "/kept.html", null), ("kept page", page, null),
                ("its bytes as a file ", "/signed-in.html", null), ("signed-in reader", page, cookie)];
        foreach (var (_, path, who) in asked)
            await Load.AskAsync(port, path, who, Connections, TimeSpan.FromSeconds(2));
        var all = asked.ToDictionary(a => a.Name, _ => new List<Round>());
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var (name, path, who) in asked)
                all[name].Add(await Load.AskAsync(port, path, who, Connections, time));
            Console.WriteLine($"round {round} of {rounds}");
        }
        Console.WriteLine($"{"",-22}{"bytes",9}{"pages/s",10}{"p50 ms",9}{"p99 ms",9}   ratio to the same bytes as a file (median of {rounds} rounds, pair by pair)");
        for (var i = 0; i < asked.Length; i++)
            Print(asked[i].Name, all[asked[i].Name], all[asked[i - (i % 2)].Name]);
        Console.WriteLine("asked for: kept page at least 0.50, signed-in reader of a thread of 1,000 at least 0.10");
    }

    private static async Task<byte[]> BytesAsync(int port, string path, string? cookie)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        if (cookie is not null)
            http.DefaultRequestHeaders.Add("Cookie", cookie);
        return await http.GetByteArrayAsync(new Uri($"http://127.0.0.1:{port}{path}"));
    }

    private static void Print(string name, List<Round> rounds, List<Round> beside) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-22}{rounds[0].Bytes,9}{Median(rounds.Select(r => r.PerSecond)),10:F0}{Median(rounds.Select(r => r.P50)),9:F2}{Median(rounds.Select(r => r.P99)),9:F2}   {Median(rounds.Zip(beside, (a, b) => a.PerSecond / b.PerSecond)),5:F2}"));

    /// <summary>Pages of a thread of 100,000 that nobody has asked for yet, and again from memory, beside the first page.</summary>
    private static async Task LargeThreadAsync(int port, string thread)
    {
        int[] pages = [1, 2, 500, 1_000, 1_500, 1_999, 2_000];
        using var http = new HttpClient();
        var drawn = new List<(int Page, double Milliseconds)>();
        foreach (var page in pages)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(new Uri($"http://127.0.0.1:{port}{thread}{(page == 1 ? "" : $"?page={page}")}"));
            drawn.Add((page, System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds));
        }
        Console.WriteLine("a thread of 100,000, page by page, drawn for the first time: " + string.Join(", ", drawn.Select(d =>
            string.Create(CultureInfo.InvariantCulture, $"page {d.Page} {d.Milliseconds:F0} ms"))));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string AddressIn(string output) =>
        output.Split('\n').First(line => line.StartsWith("Address: ", StringComparison.Ordinal))["Address: ".Length..].Trim();
}
