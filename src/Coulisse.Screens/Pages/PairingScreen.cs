using Coulisse.Door;
using Coulisse.Screens.Codes;
using Coulisse.Screens.Desks;
using Coulisse.Screens.Drawing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace Coulisse.Screens.Pages;

/// <summary>Letters in and out, and the comparison by voice: one side reads, the other types.</summary>
public abstract class PairingScreen : Watching
{
    private const int LetterBytesMax = 120 * 1024;

    private readonly List<string> read = [];
    private string? letter;
    private PartiesAnswer? parties;
    private string? readOf;

    /// <summary>What was typed.</summary>
    private protected string digits = "";

    /// <summary>Where pictures of codes are chosen.</summary>
    private protected ElementReference pictures;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>Our letter as texts for codes; null while they are not shown.</summary>
    protected IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>What the codes that were read come to; null before any was.</summary>
    protected JoinedLetterAnswer? Found { get; private set; }

    /// <summary>What the desk says of the letter that was given; null if none was.</summary>
    protected GivenLetterAnswer? Given { get; private set; }

    /// <summary>How the comparison came out; null before.</summary>
    protected ComparedAnswer? Compared { get; private set; }

    /// <summary>Why something was not done.</summary>
    protected RefusedAnswer? Refused { get; private set; }

    /// <summary>Whether the desk is being asked.</summary>
    protected bool IsActing { get; private set; }

    /// <summary>Our fingerprint.</summary>
    protected string Own => parties?.Parties.FirstOrDefault(one => one.IsOurs)?.Fingerprint ?? "…";

    /// <summary>On which line, by its identifier; null for the first one.</summary>
    [Parameter] public string? Which { get; set; }

    /// <summary>Whose is typed.</summary>
    protected string Whose => Given?.Party ?? Line.Of(Which)?.Them ?? "";

    private string On => Line.Of(Which)?.Line ?? "";

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => OnToldAsync();

    /// <summary>What was compared on one line says nothing of another.</summary>
    protected override async Task OnToldAsync()
    {
        var line = On;
        if (line == readOf || await Desk.PartiesAsync(line, Gone) is not Answer<PartiesAnswer>.Given given)
            return;
        (readOf, parties) = (line, given.Value);
        (letter, Given, Compared, Refused, digits) = (null, null, null, null, "");
        (Codes, Found) = (null, null);
        read.Clear();
    }

    /// <summary>A letter was chosen.</summary>
    protected Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return AskAsync(async () =>
        {
            (letter, Given, Compared) = (null, null, null);
            if (chosen.File.Size > LetterBytesMax)
            {
                Refused = new("", 1, Why: "pairing.NoLetter");
                return;
            }
            using var text = new StreamReader(chosen.File.OpenReadStream(LetterBytesMax, Gone));
            letter = await text.ReadToEndAsync(Gone);
            Given = Taken(await Desk.LookAtLetterAsync(On, letter, Gone));
        });
    }

    /// <summary>Shows our letter as codes, or no longer.</summary>
    protected Task ShowCodesAsync() => AskAsync(async () =>
    {
        Codes = Codes is not null ? null : Taken(await Desk.LetterCodesAsync(On, Gone))?.Texts;
        if (Codes is { Count: 0 })
            (Codes, Refused) = (null, new(L["pairing.codes-too-long"], Reason.Own));
    });

    /// <summary>Pictures were chosen: whatever codes are in them is put to what was read before.</summary>
    protected Task ReadPicturesAsync() => AskAsync(async () =>
    {
        var texts = new List<string>();
        var count = await Browser.InvokeAsync<int>("coulissePictures.count", Gone, pictures);
        for (var at = 0; at < count; at++)
        {
            await using var greys = await Browser.InvokeAsync<IJSStreamReference>("coulissePictures.greys", Gone,
                pictures, at);
            using var picture = new MemoryStream();
            await using (var sent = await greys.OpenReadStreamAsync(CodeReading.BytesMax, Gone))
                await sent.CopyToAsync(picture, Gone);
            texts.AddRange(CodeReading.Read(picture.ToArray()));
        }
        if (texts.Count == 0)
            Refused = new("", 1, Why: "pairing.NoCodes");
        else
            await JoinAsync([.. read.Union(texts, StringComparer.Ordinal)]);
    });

    /// <summary>What was read is of the wrong letter.</summary>
    protected void ForgetCodes()
    {
        read.Clear();
        (Found, Refused) = (null, null);
    }

    private async Task JoinAsync(string[] texts)
    {
        if (Taken(await Desk.JoinLetterAsync(On, texts, Gone)) is not { } joined)
            return; // what was read before stays
        read.Clear();
        Found = joined;
        if (joined.Letter is not { } text)
        {
            read.AddRange(texts);
            return;
        }
        (letter, Compared) = (text, null);
        Given = Taken(await Desk.LookAtLetterAsync(On, text, Gone));
    }

    /// <summary>Has the desk keep it.</summary>
    protected Task KeepAsync() => AskAsync(async () =>
        Given = Taken(await Desk.KeepLetterAsync(On, letter!, Gone)) ?? Given);

    /// <summary>Compares what was typed.</summary>
    protected Task CompareAsync() => AskAsync(async () =>
        Compared = Taken(await Desk.CompareAsync(On, new(digits, letter), Gone)));

    /// <summary>They say that what they typed is not ours.</summary>
    protected void Differ() => (Compared, Refused) = (new(Whose, IsEqual: false, ""), null);

    private T? Taken<T>(Answer<T> answer)
        where T : class
    {
        Refused = answer switch
        {
            Answer<T>.Given => null,
            Answer<T>.Refused refused => refused.Why,
            _ => new(L["sheet.no-desk"], Reason.Own),
        };
        return answer is Answer<T>.Given given ? given.Value : null;
    }

    private async Task AskAsync(Func<Task> ask)
    {
        if (IsActing)
            return;
        (IsActing, Refused, Compared) = (true, null, null);
        try
        {
            await ask();
        }
        finally
        {
            IsActing = false;
        }
    }
}
