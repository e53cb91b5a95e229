using System.CommandLine;
using System.CommandLine.Invocation;

namespace Coulisse.Cli;

/// <summary>All verbs, and the one place where a command ends.</summary>
internal static class Commands
{
    internal static int Start(string[] arguments)
    {
        // The page's program has verbs and help of its own: everything after "page" is for it alone.
        if (arguments is ["page", .. var forPage])
            return Run(() => PageProgram.Start(forPage));
        var parsed = Root().Parse(arguments);
        if (parsed.Action is not ParseErrorAction)
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        Say($"{parsed.Errors[0].Message} See: coulisse --help");
        return (int)ExitCode.Usage;
    }

    /// <summary>Runs a command to its exit code; a refusal becomes its one sentence on standard error.</summary>
    internal static int Run(Func<ExitCode> command)
    {
        try
        {
            return (int)command();
        }
        catch (Refusal refusal)
        {
            Say(refusal.Message);
            return (int)refusal.Code;
        }
    }

    private static RootCommand Root() => new(
        "Coulisse: seals, who speaks for a party, signed statements, and the page that publishes them.\n\n"
        + "  coulisse seal new aldermark --party \"Aldermark\"     make a party's seal\n"
        + "  coulisse statement sign draft.txt --seal aldermark.seal\n"
        + "  coulisse verify statement.txt                       is every byte as it was signed?\n"
        + "  coulisse party                                      what is in this folder of a party?\n"
        + "  coulisse compare sorvane.letter --seal aldermark.seal\n"
        + "  coulisse page                                       start the page\n\n"
        + "Exit codes: 0 done or genuine; 1 altered; 2 cannot be read or is no statement; 3 another seal;\n"
        + "4 the seal stays closed; 5 nothing written; 64 not understood; 69 the page's program is missing.")
    {
        SealCommands.Build(),
        StatementCommands.Build(),
        VerifyCommand.Build(),
        PartyCommand.Build(),
        AccreditCommand.Build(),
        RecallCommands.Build(),
        LetterCommands.Build(),
        CompareCommand.Build(),
        RecogniseCommand.Build(),
        SucceedCommand.Build(),
        new Command("page", "Start the page's program, which stands beside this one, with all arguments that follow."),
    };

    // A name in the sentence may come from anywhere; nothing in it may steer the terminal.
    private static void Say(string sentence) =>
        Console.Error.WriteLine($"coulisse: {string.Concat(sentence.Select(c => char.IsControl(c) ? '?' : c))}");
}
