using System.CommandLine;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Records;
using Coulisse.Wire.Statements;

namespace Coulisse.Cli;

/// <summary><c>coulisse verify FILE</c>: is every byte as it was signed, and by whose seal?</summary>
internal static class VerifyCommand
{
    private const int BytesMax = StatementLimits.FileBytesMax > RecordLimits.FileBytesMax
        ? StatementLimits.FileBytesMax : RecordLimits.FileBytesMax;

    internal static Command Build()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A signed statement, a notice of withdrawal, or a record that both parties signed.",
        };
        var seal = new Option<string[]>("--seal")
        {
            Description = "The seal you expect: its 40 digits, or its .pub file. Of a record, once for each party.",
            HelpName = "FINGERPRINT|PUBFILE",
        };
        var recall = new Option<string[]>("--recall")
        {
            Description = "Of a record: a party's recall of an accreditation, if you have one; once for each.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Answer in JSON, for programs." };
        var command = new Command("verify",
            "Check a signed file, offline. Names every changed byte. Without --seal it says whose seal signed,\n"
            + "and you compare the fingerprint yourself.\n"
            + "Exit codes: 0 genuine, 1 altered, 2 cannot be read or is nothing signed, 3 another seal; of a record\n"
            + "also 9: as it was signed, but by one party alone, or by an accreditation that was not in force.\n"
            + "Example: coulisse verify statement.txt --seal aldermark.pub\n"
            + "Example: coulisse verify bridge.record --seal aldermark.pub --seal sorvane.pub")
        { file, seal, recall, json };
        command.SetAction(parsed => Verb.Run(() =>
        {
            ExpectedSeal[] expected = [.. (parsed.GetValue(seal) ?? []).Select(ExpectedSeal.From)];
            Sealed<Recall>[] recalls = [.. (parsed.GetValue(recall) ?? [])
                .Select(path => CredenceInput.Read<Sealed<Recall>>(path, "recall"))];
            var bytes = InputFile.Read(parsed.GetRequiredValue(file), BytesMax);
            VerifyAnswer answer = RecordFile.IsMeantAsOne(bytes) ? RecordAnswer.Of(bytes, expected, recalls)
                : StatementAnswer.Of(bytes, expected, recalls.Length > 0);
            return answer.Write(parsed.GetValue(json));
        }));
        return command;
    }
}
