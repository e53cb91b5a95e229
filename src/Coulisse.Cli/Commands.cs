using System.CommandLine;
using System.CommandLine.Invocation;
using Coulisse.Terminal;

namespace Coulisse.Cli;

/// <summary>All verbs, and which of them other programs of ours have.</summary>
internal static class Commands
{
    private const string Introduction =
        "Coulisse: talks between two parties, and what they say in the open.\n\n"
        + "A party's seal, which stays offline:\n"
        + "  coulisse seal new aldermark --party \"Aldermark\"     make it\n"
        + "  coulisse party                                      what is in this folder of a party?\n"
        + "  coulisse compare sorvane.letter --seal aldermark.seal\n"
        + "  coulisse statement sign draft.txt --seal aldermark.seal\n"
        + "  coulisse verify statement.txt                       is every byte as it was signed?\n"
        + "Its station, its people, its page:\n"
        + "  coulisse station new north --seal aldermark.pub --address https://north.example:8443\n"
        + "  coulisse station run north\n"
        + "  coulisse desk new adviser --seal aldermark.pub\n"
        + "  coulisse desk open adviser\n"
        + "  coulisse talk 3f                                    in the room whose name begins so\n"
        + "  coulisse page run\n\n"
        + "Exit codes: 0 done or genuine; 1 altered; 2 cannot be read or is no statement; 3 another seal;\n"
        + "4 the seal stays closed; 5 nothing written; 6 the desk said no; 7 no desk or station there;\n"
        + "8 the vault stays closed; 9 signed by one party alone; 64 not understood; 69 a program is missing.";

    internal static int Start(string[] arguments)
    {
        // The other programs have verbs and help of their own.
        if (OtherProgram.For(arguments) is var (program, given))
            return Verb.Run(() => program.Start(given));
        var parsed = Root().Parse(arguments);
        if (parsed.Action is not ParseErrorAction)
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        Verb.Say($"{parsed.Errors[0].Message} See: coulisse --help");
        return (int)ExitCode.Usage;
    }

    private static RootCommand Root()
    {
        var root = new RootCommand(Introduction)
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
            new Command("station", "Make and run a party's station: its program, with all arguments that follow."),
            new Command("desk", "Make and open a desk: its program, with all arguments that follow."),
            new Command("page", "Start the page's program, with all arguments that follow."),
        };
        foreach (var (name, words) in OtherProgram.DeskVerbs)
            root.Subcommands.Add(new Command(name, words));
        return root;
    }
}
