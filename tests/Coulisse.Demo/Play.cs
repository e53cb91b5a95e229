using System.Security.Cryptography;
using System.Runtime.InteropServices;
using Coulisse.Demo.Line;

namespace Coulisse.Demo;

/// <summary>./demo: the page with its publication, for a person to use; it stays for the next time.</summary>
internal static class Play
{
    public static async Task<int> RunAsync(Wishes wishes)
    {
        var folder = Path.Combine(Programs.Root, "run", "demo");
        if (wishes.IsFresh && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var peoplePath = Path.Combine(folder, "people.json");
        using var ending = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, ending));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, ending));
        var people = People.Read(peoplePath);
        if (people is null && File.Exists(Path.Combine(folder, "demo.page")))
        {
            Console.WriteLine("The last demo was ended before its page was ready; beginning anew.");
            Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
        }
        await using var page = new PageProcess(Path.Combine(folder, "demo.page"), PageProcess.FreePort(wishes.Port));
        try
        {
            await using var line = await LinePlay.BeginAsync(Path.Combine(folder, "line"), wishes.Text,
                words => Console.WriteLine("· " + words), ending.Token);
            await page.StartAsync(ending.Token);
            people ??= await BuildAsync(folder, page, peoplePath);
            var text = await ImportAsync(wishes.Text, people, folder, peoplePath);
            Announce(page, people, text);
            await line.AnnounceAsync();
            await WatchAsync(page, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Asked to end.
        }
        Console.WriteLine("The page and the line have ended. ./demo brings it back with everything in it; ./demo --fresh begins anew.");
        return 0;
    }

    private static async Task<People> BuildAsync(string folder, PageProcess page, string peoplePath)
    {
        var people = People.New();
        await new Publication(folder, page, people, line => Console.WriteLine("· " + line)).BuildAsync();
        people.Write(peoplePath);
        return people;
    }

    /// <summary>The same file is imported once, however often the demo is called with it.</summary>
    private static async Task<string?> ImportAsync(FileInfo? text, People people, string folder, string peoplePath)
    {
        if (text is null)
            return null;
        var known = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(text.FullName)));
        if (people.ImportedTexts.Find(entry => entry.StartsWith(known, StringComparison.Ordinal)) is { } before)
            return before[(known.Length + 1)..];
        var said = await Programs.DoAsync(Programs.Root, "page", "import", text.FullName, "--file", Path.Combine(folder, "demo.page"), "--zone", "Europe/Paris");
        Console.Write(said);
        var address = said.Split('\n').First(line => line.StartsWith("Address: ", StringComparison.Ordinal))["Address: ".Length..].Trim();
        people.ImportedTexts.Add($"{known} {address}");
        people.Write(peoplePath);
        return address;
    }

    private static void Announce(PageProcess page, People people, string? text)
    {
        Console.WriteLine();
        Console.WriteLine($"  The page       {page.Address}");
        if (text is not null)
            Console.WriteLine($"  Your text      {new Uri(page.Address, text)}");
        Console.WriteLine();
        Console.WriteLine("  A guest        opens the address and reads.");
        Console.WriteLine($"  A reader       signs in at {new Uri(page.Address, "/account/sign-in")}");
        Console.WriteLine($"                 name        {people.Reader.Name}");
        Console.WriteLine($"                 passphrase  {people.Reader.Passphrase}");
        Console.WriteLine("  The editor     the same way, then \"Publish\" at the top");
        Console.WriteLine($"                 name        {people.Editor.Name}");
        Console.WriteLine($"                 passphrase  {people.Editor.Passphrase}");
        Console.WriteLine();
        Console.WriteLine("  Try: answer a comment with a quotation, vote, then kill the server (kill -9) and reload: it starts again by itself,");
        Console.WriteLine("  and everything you were told is there, is there. Ctrl-C ends the demo.");
        Console.WriteLine();
    }

    private static async Task WatchAsync(PageProcess page, CancellationToken cancel)
    {
        while (true)
        {
            await page.WaitForExitAsync(cancel);
            cancel.ThrowIfCancellationRequested();
            Console.WriteLine("The page's process has ended; starting it again over the same file.");
            await page.StartAsync(cancel);
        }
    }

    private static void End(PosixSignalContext signal, CancellationTokenSource ending)
    {
        signal.Cancel = true;
        ending.Cancel();
    }
}
