using System.CommandLine;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Verbs;

/// <summary>What several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary>The page's one file.</summary>
    public static Option<string> File() => new("--file", "-f")
    {
        Description = "The page's file: all its content, accounts and votes.",
        DefaultValueFactory = _ => "coulisse.page",
    };

    /// <summary>An http or https address.</summary>
    public static Option<Uri?> Address(string name, string description, Uri? unlessGiven = null) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => unlessGiven,
        CustomParser = typed =>
        {
            if (Uri.TryCreate(typed.Tokens[0].Value, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https"))
                return address;
            typed.AddError($"'{typed.Tokens[0].Value}' is no address for {name}. Write it like http://127.0.0.1:5080.");
            return null;
        },
    };

    /// <summary>Runs a verb; what the file or the disk refuses becomes one sentence.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (PageStoreException refusal)
        {
            return Say(refusal.Message, ExitCode.Refused);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SqliteCode.Full)
        {
            return Say("The disk is full; nothing was changed. Make room, then try again.", ExitCode.Failed);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SqliteCode.Busy)
        {
            return Say("Another program kept the page's file busy; nothing was changed. Try again in a moment.",
                ExitCode.Failed);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            return Say($"That did not work; nothing was changed: {failure.Message}", ExitCode.Failed);
        }
    }

    /// <summary>One sentence on standard error, and the exit code it goes with.</summary>
    public static int Say(string sentence, int exitCode)
    {
        Console.Error.WriteLine(sentence);
        return exitCode;
    }
}
