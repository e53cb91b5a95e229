using Coulisse.World.Days;
using Coulisse.World.Invariants;

namespace Coulisse.World.Tests;

/// <summary>The state machines are tables: printed, and held to in every world.</summary>
public sealed class TheStatesAsTables
{
    private const string Begin = "<!-- states:start -->\n";
    private const string End = "<!-- states:end -->";

    // Races that sixty days need not bring, and what only a test by hand does.
    private static readonly string[] Rare =
    [
        "Opening -> Proposed", "Proposed -> Declined", "Opening -> Declined", "AwaitingConsent -> Declined",
        "Joined -> Frozen", "Offered -> DeclinedByUs", "Joined -> DeclinedByUs", "AsksForConsent -> DeclinedByUs",
        "Offered -> Withdrawn", "Open -> Left", "Open -> Ended", "Ended -> Left", "Left -> Invited",
        "DeclinedByUs -> Invited", "Declined -> Withdrawn", "Proposed -> Failed", "Consented -> Failed",
        "Declined -> Failed", "Withdrawn -> Failed", "(nothing) -> Consented", "(nothing) -> Declined",
        "(nothing) -> Failed", "(nothing) -> Overtaken", "Declined -> CarriedOut", "Withdrawn -> CarriedOut",
        "Failed -> CarriedOut", "Proposed -> SetBack", "Opening -> SetBack", "AwaitingConsent -> SetBack",
        "Invited -> SetBack", "Offered -> SetBack", "Joined -> SetBack", "AsksForConsent -> SetBack",
        "Frozen -> SetBack", "Recalled -> SetBack", "Leaving -> SetBack", "Ended -> SetBack", "SetBack -> Invited",
        "Replacing -> SetBack", "Overtaken -> Declined", "Overtaken -> Withdrawn", "Overtaken -> Failed",
    ];

    [Fact]
    [Trait("Pace", "slow")]
    public void Sixty_days_come_through_their_usual_lines()
    {
        for (var seed = 1UL; seed <= 60; seed++)
            Assert.Null(Campaign.Play(seed).Violation);
        Assert.Empty(States.Rooms.Unseen.Concat(States.Intents.Unseen).Except(Rare));
    }

    [Fact]
    public void A_move_that_is_in_no_line_is_a_violation()
    {
        var tables = new StateTable<DayOfWeek>("Days", (null, DayOfWeek.Monday, "the sun"),
            (DayOfWeek.Monday, DayOfWeek.Tuesday, "the night"));
        tables.Moved(null, DayOfWeek.Monday, "a week");
        Assert.Equal(["Monday -> Tuesday"], tables.Unseen);
        Assert.Contains("from Tuesday to Monday", Assert.Throws<ViolationException>(
            () => tables.Moved(DayOfWeek.Tuesday, DayOfWeek.Monday, "a week")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_what_the_book_prints()
    {
        var book = Path.Combine(Repository(), "protocol", "states.md");
        var text = File.ReadAllText(book);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length,
            text.IndexOf(End, StringComparison.Ordinal));
        var printed = $"{States.Rooms.Print()}\n{States.Intents.Print()}\n{LineStates.Print()}";
        if (Environment.GetEnvironmentVariable("COULISSE_WRITE") == "1")
            File.WriteAllText(book, text[..from] + printed + text[to..]);
        else
            Assert.True(text[from..to] == printed,
                "protocol/states.md is out of date. Run this and commit: "
                + $"COULISSE_WRITE=1 dotnet run --project tests/Coulisse.World.Tests\n{printed}");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Coulisse.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("This is not built inside the repository.");
        return folder.FullName;
    }
}
