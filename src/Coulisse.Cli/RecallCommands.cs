using System.CommandLine;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Rooms;

namespace Coulisse.Cli;

/// <summary><c>coulisse recall …</c>: a party takes an accreditation back, or orders what becomes of a leaf of its
/// own.</summary>
internal static class RecallCommands
{
    internal static Command Build() =>
        new("recall",
            "Take an accreditation back, order a leaf of your own out of a room, or a desk into its place again.")
    {
        OfAccreditation(),
        OfLeaf(),
        OfRequest(),
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
            signing.Json.Write(parsed, SealedAnswer.Of(signed, written), $"Recalled by {signed.By.Party}.",
                [.. CredenceFacts.Of(signed), ("File", written)]);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command OfLeaf()
    {
        var room = Digits("--room", "The room's identifier, in hexadecimal digits.");
        var leaf = Digits("--leaf", "The leaf's signature key, in 64 hexadecimal digits.");
        var signing = new SealSigning();
        var command = new Command("leaf",
            "Order a leaf of your own out of a room. The order is your party's consent.\n"
            + "Example: coulisse recall leaf --room 00ff --leaf 0123… --seal a.seal --out lost.order") { room, leaf };
        signing.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            Sign(signing, parsed, Order(parsed.GetRequiredValue(room), parsed.GetRequiredValue(leaf)));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command OfRequest()
    {
        var file = new Argument<string>("REQUEST") { Description = "The file that 'coulisse room replace' made." };
        var signing = new SealSigning();
        var command = new Command("replace",
            "Order a desk of your own into its place in a room again, with the keys that it asks for, after its vault\n"
            + "was put back from a copy. The order is your party's consent; the old leaf goes in the same breath. Ask\n"
            + "the delegate by voice whether the request is theirs.\n"
            + "Example: coulisse recall replace adviser.leaf --seal a.seal --out adviser.order") { file };
        signing.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var path = parsed.GetRequiredValue(file);
            var request = CredenceInput.Read<LeafRequest>(path, "request");
            if (request.Desk.By != signing.MarkOf(parsed))
                throw new Refusal(ExitCode.AnotherSeal,
                    $"{path} is of a desk that another seal accredited; a party orders only about its own.");
            Sign(signing, parsed, request.Order, request.Desk);
            return ExitCode.Success;
        }));
        return command;
    }

    private static void Sign(
        SealSigning signing, ParseResult parsed, RoomOrder order, Sealed<Accreditation>? desk = null)
    {
        var (signed, written) = signing.Sign(parsed, $"leaf-{order.LeafKey.ToString()[..8]}.order", order);
        var answer = SealedAnswer.Of(signed, written) with { Desk = desk is null ? null : AccreditedAnswer.Of(desk) };
        signing.Json.Write(parsed, answer, $"Ordered by {signed.By.Party}.",
            [.. desk is null ? [] : About(desk.Content), .. CredenceFacts.Of(signed), ("File", written)]);
    }

    private static (string, string)[] About(Accreditation desk) =>
    [
        ("For", $"{desk.Subject}, {PlainLine.Of(desk.Office[0].Text)}"),
        ("Mandate", MandateWords.Of(desk.Mandate)),
    ];

    private static RoomOrder Order(string room, string leaf)
    {
        if (RoomId.FromHex(room) is not { } id)
            throw new Refusal(ExitCode.Usage, "Write --room in lower-case hexadecimal digits, two for each byte.");
        if (!Opaque.TryFromHex(leaf, SignaturePublicKey.KeyBytes, out var key))
            throw new Refusal(ExitCode.Usage, "Write --leaf in 64 lower-case hexadecimal digits.");
        return new(RoomOrderKind.Removal, id, SignaturePublicKey.From(key)!, Opaque.Empty);
    }

    private static Option<string> Digits(string name, string description) =>
        new(name) { Description = description, HelpName = "DIGITS", Required = true };
}
