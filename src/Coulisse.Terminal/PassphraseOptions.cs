using System.CommandLine;

namespace Coulisse.Terminal;

/// <summary>The two ways to give a passphrase other than typing it.</summary>
public sealed class PassphraseOptions
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

    /// <summary>Gives a verb both.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(descriptor);
    }

    /// <summary>What the user chose.</summary>
    public PassphraseInput From(ParseResult parsed) => new(parsed.GetValue(file), parsed.GetValue(descriptor));
}
