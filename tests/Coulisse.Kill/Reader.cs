using System.Globalization;
using System.Net.Sockets;
using AngleSharp.Html.Dom;

namespace Coulisse.Kill;

/// <summary>A signed-in reader who writes, edits and votes, one form after the other.</summary>
public sealed class Reader : IDisposable
{
    private const string Passphrase = "seven grey herons at low tide";

    private readonly Visitor _visitor;
    private readonly Random _random;
    private readonly Ledger _ledger;
    private int _written;

    private Reader(string name, Visitor visitor, Random random, Ledger ledger) =>
        (Name, _visitor, _random, _ledger) = (name, visitor, random, ledger);

    public string Name { get; }

    /// <summary>What was sent and never answered; null when everything was.</summary>
    public Deed? Pending { get; private set; }

    public static async Task<Reader> SignUpAsync(string name, Visitor visitor, Random random, Ledger ledger)
    {
        await visitor.PostAsync("/account/new", "/account/new", new Dictionary<string, string>
        {
            ["name"] = name,
            ["passphrase"] = Passphrase,
        });
        await visitor.OpenAsync("/account");
        return new(name, visitor, random, ledger);
    }

    /// <summary>Sends one form after the other until the page goes away. Null, or why one was refused that must not
    /// be.</summary>
    public Task<string?> WorkAsync() => RefusalOfAsync(async () =>
    {
        try
        {
            while (true)
                await SendAsync(await NextAsync());
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException
            or SocketException)
        {
            // Killed: what was on its way stays pending. The bare SocketException is the client's, when the page dies
            // between its connect and its first look at the connection.
        }
    });

    /// <summary>After a restart: what was never answered is sent again, as a person would. Null, or why it was refused
    /// now.</summary>
    public Task<string?> SendAgainAsync() =>
        RefusalOfAsync(() => Pending is { } pending ? SendAsync(pending) : Task.CompletedTask);

    public void Dispose() => _visitor.Dispose();

    private static async Task<string?> RefusalOfAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Visitor.RefusedException refused)
        {
            return refused.Message;
        }
    }

    private async Task SendAsync(Deed deed)
    {
        Pending = deed;
        if (deed.SentAt == 0)
            deed.SentAt = _ledger.Now;
        var answer = await _visitor.PostAsync(deed.Form, deed.Path, deed.Fields);
        if (!answer.IsSaved)
            throw new Visitor.RefusedException(
                $"{deed.Path} answered {(int)answer.Status}: {answer.Page.QuerySelector("main")?.TextContent.Trim()}");
        deed.ConfirmedAt = _ledger.Now;
        _ledger.Confirm(deed, answer.Location!);
        Pending = null;
    }

    private async Task<Deed> NextAsync()
    {
        var choice = _random.Next(100);
        var known = _ledger.Pick(_random);
        if (known is null || choice < 45)
            return NewWriting(choice % 2 == 0 ? known : null);
        if (choice < 60 && _ledger.PickOwn(this, _random) is { } own)
            return await NewEditAsync(own);
        return known.By == this ? NewWriting(known) : new Deed.Vote(this, _ledger.Thread, known, _random.Next(3) - 1);
    }

    private Deed.Writing NewWriting(Deed.Writing? answering)
    {
        var form = new byte[16];
        _random.NextBytes(form);
        return new(this, _ledger.Item, answering, NewWords(), Convert.ToHexStringLower(form));
    }

    private async Task<Deed.Edit> NewEditAsync(Deed.Writing own)
    {
        var form = await _visitor.OpenAsync($"/comment/{own.Id}/edit");
        return new(this, own, NewWords(), ((IHtmlInputElement)form.QuerySelector("input[name=version]")!).Value);
    }

    /// <summary>Unlike all others, and now and then long.</summary>
    private string NewWords()
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{Name}, no. {++_written}: {_random.NextInt64():x}");
        return words + string.Concat(Enumerable.Repeat(" and so on", _random.Next(10) == 0 ? _random.Next(150) : 0));
    }
}
