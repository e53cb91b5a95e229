using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Screens.Pages;

/// <summary>A room's matters of some kinds: what is open first, then what has come to an end.</summary>
public abstract class MattersScreen : Watching
{
    private readonly Rereading matters;

    /// <summary>Nothing is read yet.</summary>
    protected MattersScreen() => matters = new(ReadTalkAsync);

    /// <summary>The room's name, or its first digits.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>Which page.</summary>
    [Parameter] public string Which { get; set; } = "";

    /// <summary>The room as the desk told it last; null if there is none.</summary>
    protected RoomAnswer? Room => Line.Room(Name);

    /// <summary>What its acts come to; null until it is read.</summary>
    protected TalkAnswer? Talk { get; private set; }

    /// <summary>The act that somebody has begun; null if none.</summary>
    protected WantedAct? Wanted { get; private set; }

    /// <summary>What was done last.</summary>
    protected MessageAnswer? DoneLast { get; private set; }

    private protected MatterPage? Page => MatterPage.All.FirstOrDefault(page => page.Name == Which);

    /// <summary>The matters that stand here, the latest first.</summary>
    protected IEnumerable<MatterAnswer> Shown => (Talk?.Matters ?? [])
        .Where(one => Page!.Kinds.Contains(one.Kind)).OrderByDescending(one => one.Number);

    /// <summary>The same, by whose word is waited for.</summary>
    protected IEnumerable<(string Title, List<MatterAnswer> Matters)> Groups =>
    [
        ("matters.we-next", [.. Shown.Where(one => one.Owes == "we")]),
        ("matters.they-next", [.. Shown.Where(one => one.Owes == "they")]),
        ("matters.settled", [.. Shown.Where(one => !MatterWords.IsOpen(one))]),
    ];

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        (Wanted, DoneLast) = (null, null);
        return OnToldAsync();
    }

    /// <inheritdoc/>
    protected override Task OnToldAsync() => matters.ReadAsync();

    private async Task ReadTalkAsync()
    {
        if (Room is { } room && await Desk.TalkAsync(room.Room, Gone) is Answer<TalkAnswer>.Given told)
            Talk = told.Value;
    }

    /// <summary>Begins an act.</summary>
    protected void Begin(WantedAct act) => (Wanted, DoneLast) = (act, null);

    /// <summary>It was said, or given up.</summary>
    protected Task EndAsync(MessageAnswer? said)
    {
        (Wanted, DoneLast) = (null, said);
        return OnToldAsync();
    }
}
