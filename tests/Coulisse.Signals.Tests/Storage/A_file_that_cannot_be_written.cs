using System.Net;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Hostile;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Tests.Storage;

/// <summary>The one file is there and cannot be written just now: nobody is told that something is saved, nothing typed
/// is lost, and reading goes on.</summary>
public sealed class A_file_that_cannot_be_written
{
    private const string Words = "Typed while the file was busy.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Pace", "slow")]
    public async Task Another_program_that_keeps_it_locked_is_waited_for_and_then_said()
    {
        await using var page = await PeopledPage.StartAsync();
        await using var other = new SqliteConnection($"Data Source={page.Page.DatabasePath};Pooling=False");
        await other.OpenAsync(Cancel);
        other.Run("BEGIN IMMEDIATE");

        var refused = await WriteAsync(page);
        var read = await page["guest"].GetAsync(PeopledPage.ItemAddress);
        other.Run("ROLLBACK");
        var sent = await WriteAsync(page);

        AssertGivenBack(refused);
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal(1, Kept(page));
    }

    [Fact]
    public async Task One_that_may_only_be_read_is_said_at_once()
    {
        await using var page = await PeopledPage.StartAsync();
        await MakeReadOnlyAsync(page);

        var refused = await WriteAsync(page);
        var read = await page["guest"].GetAsync(PeopledPage.ItemAddress);

        AssertGivenBack(refused);
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(0, Kept(page));
    }

    private static void AssertGivenBack(Accounts.Answer refused)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains(Words, refused.Body);
        Assert.Contains("action=\"/thread/1/write\"", refused.Body);
    }

    private static Task<Accounts.Answer> WriteAsync(PeopledPage page) => page["reader"].PostAsync(
        PeopledPage.ItemAddress, "/thread/1/write", ("text", Words), ("language", "en"), ("reading", "en"),
        ("submission", new string('7', 32)));

    private static long Kept(PeopledPage page) => page.Page.Database.Read(connection =>
        connection.Number("SELECT count(*) FROM comment WHERE blocks LIKE '%Typed while%'"));

    /// <summary>As a file system that was mounted for reading: SQLite answers SQLITE_READONLY to whatever writes. The
    /// mode of the file would not do it, since a test may run as root.</summary>
    private static async Task MakeReadOnlyAsync(PeopledPage page) =>
        await page.Page.Database.WriteAsync(connection => connection.Run("PRAGMA query_only = ON"), Cancel);
}
