using System.CommandLine;

namespace Coulisse.Cli;

/// <summary>The two ways to give a passphrase other than typing it.</summary>
internal sealed class PassphraseOptions
{
    private readonly Option<string?> file = new("--passphrase-file")
    {
        Description = "Read the passphrase from a file of mode 0600 that belongs to you.",
        HelpName = "FILE",
    };

    private readonly Option<int?> descriptor = new("--passphrase-fd")
    {
        Description = "Read the passphrase from an open file descriptor, as 3 with 3<FILE.",
        HelpName = "N",
    };

    internal void AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(descriptor);
    }

    internal PassphraseInput From(ParseResult parsed) => new(parsed.GetValue(file), parsed.GetValue(descriptor));
}
