using Coulisse.Station.Storage.Sqlite;
using Coulisse.Terminal;
using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Verbs;

/// <summary>Opens the one file that holds a station's lines, or says why that cannot be.</summary>
internal static class StationFile
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <exception cref="Refusal">It cannot be opened, with what to do.</exception>
    internal static SqliteStationStore Open(string file)
    {
        try
        {
            return SqliteStationStore.Open(file);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SqliteBusy or SqliteLocked)
        {
            throw new Refusal(ExitCode.NotWritten, "A station is running on this folder already; stop that one first.");
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new Refusal(ExitCode.NotWritten,
                $"{file} cannot be opened and written: check its disk, owner and mode, and that it is a station's.");
        }
        catch (InvalidDataException other)
        {
            throw new Refusal(ExitCode.NotReadable, other.Message);
        }
    }
}
