using System.CommandLine;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary><c>coulisse succeed</c>: a seal names the one that follows it, and signs nothing more.</summary>
internal static class SucceedCommand
{
    internal static Command Build()
    {
        var next = new Argument<string>("NEW") { Description = "The new seal's public file, which ends in .pub." };
        var signing = new SealSigning();
        var command = new Command("succeed",
            "Name the seal that follows yours. After this the old seal signs nothing more, and there is no way back.\n"
            + "The other party compares the new seal by voice, as it did the old one.\n"
            + "Example: coulisse succeed new.pub --seal aldermark.seal --out aldermark.succession") { next };
        signing.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var path = parsed.GetRequiredValue(next);
            if (SealPublicFile.Read(InputFile.Read(path, SealPublicFile.BytesMax)) is not { } key)
                throw new Refusal(ExitCode.NotReadable,
                    $"{path} is no seal's public file; name the one that ends in .pub.");
            if (key == signing.MarkOf(parsed).Seal)
                throw new Refusal(ExitCode.Usage, $"{path} is this very seal; make a new one with: coulisse seal new");
            var (signed, written) =
                signing.Sign(parsed, Path.ChangeExtension(path, ".succession"), new Succession(key));
            signing.Json.Write(parsed, SealedAnswer.Of(signed, written),
                $"The seal of {signed.By.Party} names its successor.",
                [.. CredenceFacts.Of(signed), ("File", written)]);
            return ExitCode.Success;
        }));
        return command;
    }
}
