using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Coulisse.Bench;

/// <summary>The page's program in a process of its own, copied to a folder of its own so that a file can be put into its wwwroot.</summary>
internal sealed class ServerUnderLoad : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coulisse-bench-").FullName;
    private Process? _process;

    private ServerUnderLoad() { }

    public int Port { get; private set; }

    private string Program => Path.Combine(_folder, "program", "Coulisse.Signals.dll");

    public static ServerUnderLoad Prepare()
    {
        var server = new ServerUnderLoad();
        CopyFolder(BuiltProgram(), Path.Combine(server._folder, "program"));
        return server;
    }

    /// <summary>A verb of the program on the page's file; throws with its words if it refuses.</summary>
    public string Verb(params string[] arguments)
    {
        using var process = Process.Start(StartInfo([.. arguments, "--file", Path.Combine(_folder, "bench.page")], redirect: true))!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }

    public string NewFile(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Puts bytes where the server serves files from.</summary>
    public void PutStatic(string name, byte[] bytes) =>
        File.WriteAllBytes(Path.Combine(_folder, "program", "wwwroot", name), bytes);

    public async Task StartAsync()
    {
        Port = FreePort();
        _process = Process.Start(StartInfo(
            ["run", "--listen", $"http://127.0.0.1:{Port}", "--file", Path.Combine(_folder, "bench.page")], redirect: false))!;
        using var http = new HttpClient();
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                await http.GetStringAsync(new Uri($"http://127.0.0.1:{Port}/en/"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }
        throw new InvalidOperationException("The page did not start within 20 seconds.");
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private ProcessStartInfo StartInfo(string[] arguments, bool redirect)
    {
        var info = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = redirect };
        info.Environment["DOTNET_TieredPGO"] = "1";
        return info;
    }

    private static string BuiltProgram()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "src", "Coulisse.Signals", "bin", "Release", "net10.0");
            if (File.Exists(Path.Combine(built, "Coulisse.Signals.dll")))
                return built;
        }
        throw new InvalidOperationException("The page's program is not built. Run ./bench, which builds it.");
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
