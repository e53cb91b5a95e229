using System.CommandLine;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Cli;

/// <summary><c>coulisse recall …</c>: a party takes an accreditation back, or orders a leaf of its own out.</summary>
internal static class RecallCommands
{
    private const int KeyPackageBytesMax = 64 * 1024;

    internal static Command Build() =>
        new("recall", "Take an accreditation back, or order a leaf of your own out of a room.")
    {
        OfAccreditation(),
        OfLeaf(),
    };

    private static Command OfAccreditation()
    {
        var file = new Argument<string>("ACCREDITATION") { Description = "The accreditation's file." };
        var reason = new Option<string>("--reason")
        {
            Description = "Why, in one line that others read.",
            Required =
            true
        };
        var signing = new SealSigning();
        var command = new Command("accreditation",
            "Take an accreditation back. It holds for whoever learns of it; no station can hide it for long.\n"
            + "Example: coulisse recall accreditation desk.accreditation --seal a.seal --reason \"The desk was lost.\"")
        { file, reason };
        signing.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var path = parsed.GetRequiredValue(file);
            var recalled = CredenceInput.Read<Sealed<Accreditation>>(path, "accreditation");
            if (recalled.By != signing.MarkOf(parsed))
                throw new Refusal(ExitCode.AnotherSeal,
                    $"{path} was signed by another seal; a party recalls only what its own seal accredited.");
            if (!Recall.IsReason(parsed.GetRequiredValue(reason)))
                throw new Refusal(ExitCode.Usage,
                    $"Give the reason in one line of at most {Recall.ReasonBytesMax} bytes.");
            var (signed, written) = signing.Sign(parsed, Path.ChangeExtension(path, ".recall"),
                Recall.Of(recalled, parsed.GetRequiredValue(reason)));
            Facts.Write($"Recalled by {signed.By.Party}.", [.. CredenceFacts.Of(signed), ("File", written)]);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command OfLeaf()
    {
        var room = Digits("--room", "The room's identifier, in hexadecimal digits.");
        var leaf = Digits("--leaf", "The leaf's signature key, in 64 hexadecimal digits.");
        var package = new Option<string?>("--key-package")
        {
            Description = "The key package that takes the leaf's place; without it the leaf goes.",
            HelpName = "FILE",
        };
        var signing = new SealSigning();
        var command = new Command("leaf",
            "Order a leaf of your own out of a room, or another into its place. The order is your party's consent.\n"
            + "Example: coulisse recall leaf --room 00ff --leaf 0123… --seal a.seal --out lost.order") { room, leaf,
                package };
        signing.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var order = Order(parsed.GetRequiredValue(room), parsed.GetRequiredValue(leaf), parsed.GetValue(package));
            var (signed, written) = signing.Sign(parsed, $"leaf-{order.LeafKey.ToString()[..8]}.order", order);
            Facts.Write($"Ordered by {signed.By.Party}.", [.. CredenceFacts.Of(signed), ("File", written)]);
            return ExitCode.Success;
        }));
        return command;
    }

    private static RoomOrder Order(string room, string leaf, string? package)
    {
        if (RoomId.FromHex(room) is not { } id)
            throw new Refusal(ExitCode.Usage, "Write --room in lower-case hexadecimal digits, two for each byte.");
        if (!Opaque.TryFromHex(leaf, SignaturePublicKey.KeyBytes, out var key))
            throw new Refusal(ExitCode.Usage, "Write --leaf in 64 lower-case hexadecimal digits.");
        var enters = package is null
            ? Opaque.Empty
            : Opaque.CopyOf(SHA256.HashData(InputFile.Read(package, KeyPackageBytesMax)));
        return new(package is null ? RoomOrderKind.Removal : RoomOrderKind.Replacement, id,
            SignaturePublicKey.From(key)!, enters);
    }

    private static Option<string> Digits(string name, string description) =>
        new(name) { Description = description, HelpName = "DIGITS", Required = true };
}
