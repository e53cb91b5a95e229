using System.CommandLine;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary>Signs one content with a party's seal and writes the file: what the verbs of credence share.</summary>
internal sealed class SealSigning
{
    private readonly Option<string> seal = new("--seal")
    {
        Description = "The party's key file, with its chain beside it.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> output = new("--out")
    {
        Description = "Where to write. Never replaces a file.",
        HelpName = "FILE",
    };

    private readonly PassphraseOptions passphrase = new();

    /// <summary>The option to answer programs.</summary>
    internal JsonOption<SealedAnswer> Json { get; } = new(CliJson.Default.SealedAnswer);

    internal void AddTo(Command command)
    {
        command.Options.Add(seal);
        command.Options.Add(output);
        passphrase.AddTo(command);
        command.Options.Add(Json);
    }

    /// <summary>Whose seal it is, read without a passphrase.</summary>
    internal PartyMark MarkOf(ParseResult parsed)
    {
        var header = Files(parsed).ReadHeader();
        return new(header.Party, header.Key);
    }

    /// <summary>
    /// Signs and writes. The entry is in the chain before the file is made; run again after a crash, it gives the same.
    /// </summary>
    internal (Sealed<T> Signed, string Path) Sign<T>(ParseResult parsed, string otherwise, T content)
        where T : ISealContent<T>
    {
        if (!content.IsWellFormed)
            throw new Refusal(ExitCode.Usage,
                "What is to be signed breaks a rule of its form; check the values given.");
        var path = parsed.GetValue(output) ?? otherwise;
        if (Path.Exists(path) && CredenceInput.Find<Sealed<T>>(path)?.Content.Equals(content) != true)
            OutputFile.RefuseExisting(path);
        var files = Files(parsed);
        using var opened = files.Open(passphrase.From(parsed));
        using var chain = files.OpenChain(opened.Party, opened.PublicKey);
        var signed = Sign(files, opened, chain, content);
        if (!Path.Exists(path))
            OutputFile.Write(path, CredenceFile.Write(signed));
        return (signed, path);
    }

    private static Sealed<T> Sign<T>(SealFiles files, Seal seal, SealChainFile chain, T content)
        where T : ISealContent<T>
    {
        if (chain.HasEnded && T.Kind != SealEntryKind.Succession)
            throw new Refusal(ExitCode.SealClosed,
                $"{files.Key} named its successor and signs nothing more; use the seal that followed it.");
        try
        {
            return Sealed.Sign(content, seal, chain, TimeProvider.System.GetUtcNow());
        }
        catch (IOException)
        {
            throw new Refusal(ExitCode.SealClosed,
                $"{files.Chain} could not be written to the disk; free some room, then run the same command again.");
        }
        catch (InvalidOperationException)
        {
            throw new Refusal(ExitCode.SealClosed,
                $"{files.Key} named another successor already; a seal is followed by one only.");
        }
    }

    /// <summary>The key file that was named.</summary>
    internal string KeyFile(ParseResult parsed) => parsed.GetRequiredValue(seal);

    private SealFiles Files(ParseResult parsed) => new(parsed.GetRequiredValue(seal));
}
