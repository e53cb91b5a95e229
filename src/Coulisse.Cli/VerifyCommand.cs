using System.CommandLine;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Cli;

/// <summary><c>coulisse verify FILE</c>: is every byte as it was signed, and by whose seal?</summary>
internal static class VerifyCommand
{
    internal static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "A signed statement or a notice of withdrawal." };
        var seal = new Option<string?>("--seal")
        {
            Description = "The seal you expect: its 40 digits, or its .pub file.",
            HelpName = "FINGERPRINT|PUBFILE",
        };
        var json = new Option<bool>("--json") { Description = "Answer in JSON, for programs." };
        var command = new Command("verify",
            "Check a signed file, offline. Names every changed byte. Without --seal it says whose seal signed,\n"
            + "and you compare the fingerprint yourself.\n"
            + "Exit codes: 0 genuine, 1 altered, 2 cannot be read or is no statement, 3 another seal.\n"
            + "Example: coulisse verify statement.txt --seal aldermark.pub") { file, seal, json };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var expected = parsed.GetValue(seal) is { } named ? ExpectedSeal.From(named) : null;
            var answer =
                VerifyAnswer.Of(InputFile.Read(parsed.GetRequiredValue(file), StatementLimits.FileBytesMax), expected);
            if (parsed.GetValue(json))
                answer.WriteJson(Console.Out);
            else
                answer.WriteWords();
            return answer.Code;
        }));
        return command;
    }
}
