using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Wire.Credence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Coulisse.Fuzz.Targets;

/// <summary>The whole program on a loopback port with an editor signed in, a draft of a statement and a public report.
/// Begins with the first form that is sent to it.</summary>
internal sealed partial class FormWorld : IDisposable
{
    public const string Sign = "/publisher/items/1/sign";
    public const string Settings = "/publisher/settings";
    public const string Reading = "/account/reading";
    public const string Write = "/thread/2/write";

    private const string Name = "Night Desk";
    private const string Passphrase = "nine lamps beside the quay";
    private const int Limit = int.MaxValue;
    private const int PatienceMilliseconds = 20_000;

    // A body that says it is longer than it is would be waited for; what follows an answered request is not looked at.
    private static readonly byte[] Surplus = new byte[128 << 10];

    private static readonly RequestLimits NoLimits =
        new(TimeSpan.FromMinutes(10), Limit, Limit, Limit, Limit, Limit, Limit);

    private static readonly HashingCosts Cheap = new(new Argon2Parameters(Argon2Parameters.MemoryKiBMin, Passes: 1));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-fuzz-form-");
    private readonly CookieContainer cookies = new();
    private readonly SealPublicKey seal;
    private WebApplication? page;
    private string token = "";

    public FormWorld(SealPublicKey seal) => this.seal = seal;

    private Uri Address => new(page!.Urls.First());

    /// <summary>Sends what an editor's browser would send.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="rest">Headers and body; <c>{token}</c> and <c>{length}</c> in them stand for what they are.</param>
    /// <returns>The answer's status; 0 without an answer.</returns>
    public int Send(string path, byte[] rest)
    {
        if (page is null)
            Begin();
        using var socket = new TcpClient { ReceiveTimeout = PatienceMilliseconds };
        socket.Connect(IPAddress.Loopback, Address.Port);
        using var stream = socket.GetStream();
        try
        {
            stream.Write(
            [
                .. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {Address.Authority}\r\n"
                    + $"Cookie: {cookies.GetCookieHeader(Address)}\r\nConnection: close\r\n"),
                .. Filled(rest), .. Surplus,
            ]);
        }
        catch (IOException)
        {
            // It may answer, and close, before all was sent.
        }
        return StatusIn(stream);
    }

    public void Dispose()
    {
        (page as IDisposable)?.Dispose();
        folder.Delete(recursive: true);
    }

    private byte[] Filled(byte[] rest)
    {
        var all = Encoding.Latin1.GetString(rest).Replace("{token}", token, StringComparison.Ordinal);
        var head = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = head < 0 ? 0 : all.Length - head - 4;
        return Encoding.Latin1.GetBytes(all.Replace("{length}", length.ToString(CultureInfo.InvariantCulture),
            StringComparison.Ordinal));
    }

    private static int StatusIn(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        while (reader.ReadLine() is { } line)
        {
            if (FinalStatus().Match(line) is { Success: true } found)
                return int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }
        return 0;
    }

    private void Begin()
    {
        var any = new Uri("http://127.0.0.1:0");
        var file = Path.Combine(folder.FullName, "a.page");
        page = PageHost.Build(new(file, any, any, [], Translator: null), services => services
            .AddSingleton(NoLimits).AddSingleton(Cheap).AddLogging(logging => logging.ClearProviders()));
        page.Start();
        PublishAsync().GetAwaiter().GetResult();
        SignInAsync(file).GetAwaiter().GetResult();
    }

    private async Task PublishAsync()
    {
        var (english, now) = (LanguageTag.Known("en"), Instant.FromUtc(2031, 5, 4, 12, 0));
        var text = new EditionText(english, EditionStanding.Authentic, "A quiet line", "They said little.");
        var writer = page!.Services.GetRequiredService<ItemWriter>();
        await page.Services.GetRequiredService<SiteSettings>()
            .SetSealAsync(CredenceWorld.Statement.Party, seal.ToString(), now, CancellationToken.None);
        await writer.CreateAsync(new(ItemKind.Statement, english, text), by: null, now, CancellationToken.None);
        var report = await writer.CreateAsync(new(ItemKind.Report, english, text), by: null, now,
            CancellationToken.None);
        await writer.PublishAsync(report, now, CancellationToken.None);
    }

    private async Task SignInAsync(string file)
    {
        var named = (EditorNaming.Named)await FirstEditor.NameAsync(file, Name, new SystemRandom(),
            TimeProvider.System, CancellationToken.None);
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies })
        {
            BaseAddress = Address,
        };
        using var form = new FormUrlEncodedContent(
        [
            new("passphrase", Passphrase), new("__RequestVerificationToken", await TokenAsync(client, named.WayIn)),
        ]);
        using var answer = await client.PostAsync(new Uri(named.WayIn, UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        token = await TokenAsync(client, Settings);
    }

    private static async Task<string> TokenAsync(HttpClient client, string path) => WebUtility.HtmlDecode(
        Token().Match(await client.GetStringAsync(new Uri(path, UriKind.Relative))).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>Not that of "go on".</summary>
    [GeneratedRegex("^HTTP/1.1 ([2-5][0-9]{2}) ")]
    private static partial Regex FinalStatus();
}
