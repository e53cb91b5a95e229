using System.CommandLine;
using System.Diagnostics;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Cli;

/// <summary><c>coulisse statement …</c>: what the keeper of the seal does with what the page hands over.</summary>
internal static class StatementCommands
{
    internal static Command Build() =>
        new("statement", "Sign a party's statements and withdraw them.") { Sign(), Withdraw() };

    private static Command Sign()
    {
        var unsigned =
            new Argument<string>("UNSIGNED") { Description = "The unsigned statement, as the page gives it." };
        var seal = SealOption();
        var output = OutputOption("UNSIGNED with .signed.txt at its end");
        var (passphrase, json) = (new PassphraseOptions(), Json());
        var command = new Command("sign",
            "Sign an unsigned statement. Read it first: what is signed cannot be unsigned, only withdrawn.\n"
            + "Signing the same statement again gives the same file.\n"
            + "Example: coulisse statement sign draft.txt --seal aldermark.seal") { unsigned, seal, output, json };
        passphrase.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var (statement, written) = SignStatement(parsed.GetRequiredValue(unsigned),
                new SealFiles(parsed.GetRequiredValue(seal)), parsed.GetValue(output), passphrase.From(parsed));
            json.Write(parsed, Answer(statement, written), $"Signed for {statement.Party}.",
                [.. StatementFacts.Of(statement), ("Signed file", written)]);
            return ExitCode.Success;
        }));
        return command;
    }

    private static (Statement, string) SignStatement(
        string path, SealFiles files, string? named, PassphraseInput input)
    {
        var statement = ReadUnsigned(path);
        var output = named ?? Path.ChangeExtension(path, ".signed.txt");
        var header = files.ReadHeader();
        if (statement.Party != header.Party)
            throw new Refusal(ExitCode.Usage,
                $"The statement is of {statement.Party}, the seal of {header.Party}; a party signs only its own.");
        RefuseOtherContent(output, bytes =>
            SignedStatementFile.Verify(bytes, header.Key) is StatementVerification.Genuine genuine
            && genuine.Statement == statement);
        using var seal = files.Open(input);
        using var chain = files.OpenChain(seal.Party, seal.PublicKey);
        var signed =
            Signing(files, () => SignedStatementFile.Sign(statement, seal, chain, TimeProvider.System.GetUtcNow()));
        WriteOnce(output, signed);
        return (statement, output);
    }

    private static Command Withdraw()
    {
        var signed = new Argument<string>("SIGNED") { Description = "The signed statement." };
        var seal = SealOption();
        var reason = new Option<string>("--reason")
        {
            Description = "Why, in one line that the public will read.",
            Required = true,
        };
        var output = OutputOption("SIGNED with .withdrawn.txt at its end");
        var (passphrase, json) = (new PassphraseOptions(), Json());
        var command = new Command("withdraw",
            "Sign a notice that a statement is withdrawn. The statement itself stays signed and readable.\n"
            + "Example: coulisse statement withdraw talks.signed.txt --seal a.seal --reason \"Overtaken by events.\"")
        { signed, seal, reason, output, json };
        passphrase.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var (statement, written) = WithdrawStatement(parsed.GetRequiredValue(signed),
                new SealFiles(parsed.GetRequiredValue(seal)), parsed.GetRequiredValue(reason), parsed.GetValue(output),
                passphrase.From(parsed));
            json.Write(parsed, Answer(statement, written), $"Withdrawn by {statement.Party}.",
                ("Statement", $"{statement.Id}, revision {statement.Revision}"), ("Notice", written));
            return ExitCode.Success;
        }));
        return command;
    }

    private static (Statement, string) WithdrawStatement(string path, SealFiles files, string reason, string? named,
        PassphraseInput input)
    {
        if (!Withdrawal.IsReason(reason))
            throw new Refusal(ExitCode.Usage,
                $"Give the reason in one line of plain text of at most {StatementLimits.ReasonBytesMax} bytes.");
        var header = files.ReadHeader();
        if (SignedStatementFile.Verify(InputFile.Read(path, StatementLimits.FileBytesMax),
            header.Key) is not StatementVerification.Genuine genuine)
            throw new Refusal(ExitCode.NotReadable,
                $"{path} is no genuine statement of this seal; see: coulisse verify {path}");
        var output = named ?? Path.ChangeExtension(path, ".withdrawn.txt");
        RefuseOtherContent(output, bytes =>
            WithdrawalFile.Verify(bytes, header.Key) is WithdrawalVerification.Genuine earlier
            && earlier.Withdrawal.Entry == genuine.Entry.Hash() && earlier.Withdrawal.Reason == reason);
        using var seal = files.Open(input);
        using var chain = files.OpenChain(seal.Party, seal.PublicKey);
        var notice =
            Signing(files, () => WithdrawalFile.Sign(genuine, reason, seal, chain, TimeProvider.System.GetUtcNow()));
        WriteOnce(output, notice);
        return (genuine.Statement, output);
    }

    private static SignedStatementAnswer Answer(Statement statement, string file) =>
        new(statement.Party, statement.Id.ToString(), statement.Revision, file);

    private static JsonOption<SignedStatementAnswer> Json() => new(CliJson.Default.SignedStatementAnswer);

    private static Statement ReadUnsigned(string path) =>
        UnsignedStatementFile.Read(InputFile.Read(path, StatementLimits.FileBytesMax)) switch
        {
            StatementReading.Read read => read.Statement,
            StatementReading.Refused refused => throw new Refusal(ExitCode.NotReadable, refused.Why switch
            {
                StatementReadingRefusal.Unrelated => $"{path} is no unsigned statement; get the file from the page.",
                StatementReadingRefusal.SignedAlready => $"{path} is signed already; see: coulisse verify {path}",
                StatementReadingRefusal.OtherVersion =>
                    $"{path} was made for another version of Coulisse; use that version.",
                StatementReadingRefusal.Damaged => $"{path} was damaged or cut on its way; get it from the page again.",
                StatementReadingRefusal.BreaksRules =>
                    $"{path} breaks the rules of a statement in line {refused.Line}; get it from the page again.",
                StatementReadingRefusal.TooLarge => $"{path} is larger than any statement; check the name.",
                _ => throw new UnreachableException(),
            }),
            _ => throw new UnreachableException(),
        };

    // After a crash the output may be there already: the same content is no obstacle, and any other is found out
    // before the seal has signed anything.
    private static void RefuseOtherContent(string output, Func<byte[], bool> isSame)
    {
        if (Path.Exists(output) && !isSame(InputFile.Read(output, StatementLimits.FileBytesMax)))
            OutputFile.RefuseExisting(output);
    }

    private static void WriteOnce(string output, byte[] content)
    {
        if (!File.Exists(output)
            || !InputFile.Read(output, StatementLimits.FileBytesMax).AsSpan().SequenceEqual(content))
            OutputFile.Write(output, content);
    }

    private static byte[] Signing(SealFiles files, Func<byte[]> sign)
    {
        try
        {
            return sign();
        }
        catch (IOException)
        {
            throw new Refusal(ExitCode.SealClosed,
                $"{files.Chain} could not be written to the disk; free some room, then run the same command again.");
        }
        catch (InvalidOperationException)
        {
            throw new Refusal(ExitCode.SealClosed,
                $"{files.Key} named its successor and signs nothing more; use the seal that followed it.");
        }
    }

    private static Option<string> SealOption() =>
        new("--seal")
        {
            Description = "The party's key file, with its chain beside it.",
            HelpName = "FILE",
            Required = true,
        };

    private static Option<string?> OutputOption(string otherwise) =>
        new("--out")
        {
            Description = $"Where to write; otherwise {otherwise}. Never replaces a file.",
            HelpName = "FILE",
        };
}
