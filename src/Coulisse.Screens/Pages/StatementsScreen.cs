using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Coulisse.Screens.Words;

namespace Coulisse.Screens.Pages;

/// <summary>What is said in the open, of all rooms on all lines: what waits for its minute, what we are asked to say,
/// what we have asked of others, what is out.</summary>
public abstract class StatementsScreen : Watching
{
    private readonly SortedDictionary<string, TalkAnswer> talks = new(StringComparer.Ordinal);
    private readonly Rereading statements;

    /// <summary>Nothing is read yet.</summary>
    protected StatementsScreen() => statements = new(ReadTalksAsync);

    /// <summary>Whether the desk was read.</summary>
    protected bool IsRead { get; private set; }

    /// <summary>The act that somebody has begun, and where; null if none.</summary>
    protected (RoomAnswer Room, WantedAct Act)? Wanted { get; private set; }

    /// <summary>What was done last.</summary>
    protected MessageAnswer? DoneLast { get; private set; }

    /// <summary>What stands here, under the key of a heading; what comes first is first.</summary>
    protected IEnumerable<(string Title, List<(RoomAnswer Room, MatterAnswer Matter)> Matters)> Groups =>
        All.GroupBy(one => Heading(one.Matter)).OrderBy(group => group.Key.Place).Select(group => (group.Key.Title,
            group.OrderBy(one => MatterWords.Minute(one.Matter) ?? DateTimeOffset.MaxValue).ToList()));

    /// <summary>When it goes, or how long ago it was to go.</summary>
    protected string When(MatterAnswer matter)
    {
        var now = Time.GetUtcNow();
        return MatterWords.Minute(matter) is not { } minute ? ""
            : minute > now ? L.Text("statements.in", ("when", Speech.Instant(minute)),
                ("span", Speech.Seconds((minute - now).TotalSeconds)))
            : L.Text("statements.was", ("when", Speech.Instant(minute)), ("ago", Speech.Ago(minute, now)));
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => OnToldAsync();

    /// <inheritdoc/>
    protected override Task OnToldAsync() => statements.ReadAsync();

    /// <summary>Begins an act.</summary>
    protected void Begin(RoomAnswer room, WantedAct act) => (Wanted, DoneLast) = ((room, act), null);

    /// <summary>It was said, or given up.</summary>
    protected Task EndAsync(MessageAnswer? said)
    {
        (Wanted, DoneLast) = (null, said);
        return OnToldAsync();
    }

    private IEnumerable<(RoomAnswer Room, MatterAnswer Matter)> All => (Line.Latest?.AllRooms ?? [])
        .Where(room => talks.ContainsKey(room.Room))
        .SelectMany(room => talks[room.Room].Matters.Where(one => one.Kind is "Signal" or "Release")
            .Select(matter => (room, matter)));

    private static (int Place, string Title) Heading(MatterAnswer matter) => matter switch
    {
        { Stage: "Revealed", Kind: "Signal" } => (4, "statements.out"),
        { Stage: "Refused" or "TakenBack" or "CalledOff" } => (5, "statements.ended"),
        { Kind: "Release" } when matter.Parts!.All(part => part.At is not null) => (4, "statements.out"),
        { Kind: "Release" } => (1, "statements.together"),
        { By.IsOurs: false } => (2, "statements.of-us"),
        _ => (3, "statements.of-them"),
    };

    private async Task ReadTalksAsync()
    {
        foreach (var room in Line.Latest?.AllRooms ?? [])
        {
            if (await Desk.TalkAsync(room.Room, Gone) is Answer<TalkAnswer>.Given told)
                talks[room.Room] = told.Value;
        }
        IsRead = Line.Latest is not null;
    }
}
