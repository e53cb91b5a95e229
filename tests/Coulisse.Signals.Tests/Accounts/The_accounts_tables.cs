using Coulisse.Signals.Accounts;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coulisse.Signals.Tests.Accounts;

public sealed class The_accounts_tables
{
    [Theory]
    [InlineData("account")]
    [InlineData("passkey")]
    public async Task Are_what_the_model_of_EF_Core_expects(string table)
    {
        await using var page = await AccountsPage.StartAsync();
        await using var scope = page.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        await using var theirs = new SqliteConnection("Data Source=:memory:");
        theirs.Open();
        theirs.Run(context.Database.GenerateCreateScript());
        await using var connection = page.Database.Connect();

        Assert.NotEmpty(Columns(theirs, table));
        Assert.Equal(Columns(theirs, table), Columns(connection, table));
        Assert.Equal(Uniques(theirs, table), Uniques(connection, table));
        Assert.Equal(References(theirs, table), References(connection, table));
    }

    [Fact]
    public async Task The_model_has_no_other_tables()
    {
        await using var page = await AccountsPage.StartAsync();
        await using var scope = page.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountsContext>();

        Assert.Equal(["account", "passkey"], context.Model.GetEntityTypes()
            .Select(type => type.GetTableName()).OfType<string>().Distinct().Order());
    }

    [Fact]
    public async Task EF_Core_writes_as_durably_as_we_do()
    {
        await using var page = await AccountsPage.StartAsync();
        await using var scope = page.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var connection = (SqliteConnection)context.Database.GetDbConnection();

        Assert.Equal(2, connection.Number("PRAGMA synchronous"));
        Assert.Equal(1, connection.Number("PRAGMA secure_delete"));
        Assert.Equal(1, connection.Number("PRAGMA foreign_keys"));
    }

    private static List<string> Columns(SqliteConnection connection, string table) => [.. connection.All(
        "SELECT name, type, \"notnull\", pk FROM pragma_table_info($table)",
        row => $"{row.GetString(0)} {row.GetString(1)} {row.GetInt64(2)} {row.GetInt64(3)}", ("table", table)).Order()];

    private static List<string> Uniques(SqliteConnection connection, string table) => [.. connection.All("""
        SELECT (SELECT group_concat(name) FROM pragma_index_info(list.name)) FROM pragma_index_list($table) AS list
        WHERE list."unique" = 1
        """, row => row.GetString(0), ("table", table)).Order()];

    private static List<string> References(SqliteConnection connection, string table) => connection.All(
        "SELECT \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list($table)",
        row => $"{row.GetString(0)} {row.GetString(1)} {row.GetString(2)} {row.GetString(3)}", ("table", table));
}
