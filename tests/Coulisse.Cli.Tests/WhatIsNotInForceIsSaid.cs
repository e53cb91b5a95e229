namespace Coulisse.Cli.Tests;

/// <summary>An accreditation whose time is over, or that was taken back, is put where it is used: who uses it is told
/// what to do, and nothing is lost.</summary>
[Trait("Pace", "slow")]
[Collection("programs")] // One at a time: a program just written is busy while another test forks.
public sealed class WhatIsNotInForceIsSaid : IDisposable
{
    private readonly Desk folder = OnALine.Lend();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_expired_desk_opens_begins_nothing_and_says_how_it_is_renewed()
    {
        folder.Accredit("2024-01-01");
        using (var desk = folder.OpenDesk())
        {
            var said = desk.SaysUntil("To close it");
            Assert.Contains("NOT IN FORCE: it expired on 2024-01-31", said, StringComparison.Ordinal);
            Assert.Contains("coulisse accredit", said, StringComparison.Ordinal);
            Refused("expired on 2024-01-31", "coulisse accredit");
            Assert.Contains("coulisse accredit", folder.Run("line", "--desk", "adviser").Output,
                StringComparison.Ordinal);
            Assert.Equal(0, desk.Stop());
        }
        folder.Accredit($"{DateTimeOffset.UtcNow:yyyy-MM-dd}");
        using var renewed = folder.OpenDesk("--json");
        Assert.Equal("Holds", Answers.Answer(renewed.SaysUntil("}\n")).At("force"));
    }

    [Fact]
    public void A_station_that_expired_or_was_recalled_says_what_has_to_be_done()
    {
        folder.Sign("accredit", "north/station.request", "--office", "en=Station", "--from", "2024-01-01", "--days",
            "30", "--out", "over.accreditation");
        folder.Sign("letter", "write", "--station", "over.accreditation", "--out", "north/over.letter");
        Assert.Contains("Your station's accreditation expired on 2024-01-31", Checked(), StringComparison.Ordinal);
        folder.Sign("recall", "accreditation", "over.accreditation", "--reason", "Lost.", "--out", "north/over.recall");
        Assert.Contains("Your station's accreditation was recalled", Checked(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_keeper_who_accredits_for_days_that_are_over_is_asked_whether_that_is_meant()
    {
        string[] again = ["accredit", "north/station.request", "--office", "en=Station", "--out"];
        Assert.Contains("its last day is over", folder.Sign([.. again, "one", "--from", "2024-01-01", "--days", "30"])
            .Output, StringComparison.Ordinal);
        Assert.DoesNotContain("its last day is over", folder.Sign([.. again, "other"]).Output,
            StringComparison.Ordinal);
    }

    private string Checked()
    {
        var ended = folder.Run("station", "check", "north");
        Assert.Equal((0, ""), (ended.Code, ended.Error)); // the line does not fall silent at midnight
        Assert.Contains("NOT IN FORCE", ended.Output, StringComparison.Ordinal);
        Assert.Contains("coulisse accredit station.request", ended.Output, StringComparison.Ordinal);
        return ended.Output;
    }

    private void Refused(params string[] words)
    {
        var ended = folder.Run("room", "open", "--with", "Envoy", "--purpose", "p", "--excluded", "e", "--desk",
            "adviser");
        Assert.Equal((6, ""), (ended.Code, ended.Output));
        Assert.All(words, word => Assert.Contains(word, ended.Error, StringComparison.Ordinal));
        Assert.Contains("No room yet", folder.Run("room", "list", "--desk", "adviser").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_recalled_desk_opens_begins_nothing_and_says_who_can_put_that_right()
    {
        folder.Sign("recall", "accreditation", "adviser/desk.accreditation", "--reason", "The desk was lost.");
        File.Copy(folder.File("adviser/desk.recall"), folder.File("north/adviser.recall"));
        using var desk = folder.OpenDesk();
        var said = desk.SaysUntil("To close it");
        Assert.Contains("NOT IN FORCE: it was recalled", said, StringComparison.Ordinal);
        Assert.Contains("can accredit anew", said, StringComparison.Ordinal);
        Refused("was recalled", "can accredit anew");
        Assert.Contains($"{OnALine.DeskMade.At("desk")}, recalled", folder.Run("station", "check", "north").Output,
            StringComparison.Ordinal);
        Assert.Equal(0, desk.Stop());
    }
}
