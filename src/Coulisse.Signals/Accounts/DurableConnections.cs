using System.Data.Common;
using Coulisse.Signals.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Coulisse.Signals.Accounts;

/// <summary>Gives every connection that EF Core opens the settings that ours have: durable commits, nothing left
/// readable.</summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Database.ConnectionSettings;
        command.ExecuteNonQuery();
    }
}
