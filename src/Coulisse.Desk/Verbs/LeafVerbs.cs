using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Terminal;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;

namespace Coulisse.Desk.Verbs;

/// <summary>A party's own affair: bringing its orders about leaves of its own, and asking it for this desk's place in a
/// room again.</summary>
internal static class LeafVerbs
{
    internal static Command Recall()
    {
        var order = new Argument<string>("ORDER")
        {
            Description = "The file that 'coulisse recall leaf' or 'coulisse recall replace' made; the leaf is shown "
                + "by 'coulisse room show'.",
        };
        var request = new Option<string?>("--request")
        {
            Description = "The request that the order grants, if it was made at another desk than this one.",
            HelpName = "FILE",
        };
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("recall",
            "Bring your party's order to take one of its own desks out of a room, or to put it in its place again\n"
            + "with other keys. It needs nobody else's consent; from now on the old leaf says nothing there, and it\n"
            + "reads until the keys change.\n"
            + "Example: coulisse room recall leaf-0123abcd.order") { order, request, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var brought = CredenceInput.Read<Sealed<RoomOrder>>(parsed.GetRequiredValue(order), "order");
            var granted = parsed.GetValue(request) is { } file
                ? MemberVerbs.Encode(CredenceInput.Read<LeafRequest>(file, "request")) : null;
            var asked = JsonContent.Create(new OrderQuestion(MemberVerbs.Encode(brought), granted),
                DoorJson.Default.OrderQuestion);
            return RoomVerbs.Tell(await door.PostAsync("/room/recall", asked, DoorJson.Default.RoomAnswer, cancel),
                parsed.GetValue(json));
        }));
        return command;
    }

    internal static Command Replace()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var leaf = new Option<string?>("--leaf")
        {
            Description = "The leaf that goes, in 64 hexadecimal digits, if it is another than this copy of the vault "
                + "knows: 'coulisse room show' at another desk of your party shows it.",
            HelpName = "DIGITS",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Where to write the request. Never replaces a file.",
            HelpName = "FILE",
        };
        var command = new Command("replace",
            "Ask your party for this desk's place in a room again, after its vault was put back from a copy: writes a\n"
            + "request with new keys. Your party's seal grants it (coulisse recall replace); then bring the order\n"
            + "(coulisse room recall) at this desk or, with the request, at any other of your party's. The other\n"
            + "side is not asked. Asked again, the same request is given.\n"
            + "Example: coulisse room replace 3f --out adviser.leaf") { room, leaf, output, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            if (parsed.GetValue(output) is { } named)
                OutputFile.RefuseExisting(named);
            var asked = JsonContent.Create(new ReplaceQuestion(parsed.GetValue(leaf)),
                DoorJson.Default.ReplaceQuestion);
            var answer = await door.PostAsync(DoorCaller.Of("/room/replace", parsed.GetValue(room)!), asked,
                DoorJson.Default.RequestAnswer, cancel);
            return Tell(answer, parsed.GetValue(output), parsed.GetValue(json));
        }));
        return command;
    }

    private static ExitCode Tell(RequestAnswer answer, string? output, bool json)
    {
        var request = WireValue.Decode<LeafRequest>(Convert.FromBase64String(answer.Request));
        var path = output ?? $"leaf-{request.LeafKey.ToString()[..8]}.leaf";
        OutputFile.Write(path, CredenceFile.Write(request));
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(answer, DoorJson.Default.RequestAnswer));
        else
            Facts.Write($"Room {answer.Room.Room[..8]}: asked for.", ("Request", path),
                ("Leaf that goes", request.LeafKey.ToString()),
                ("At the seal", $"coulisse recall replace {path} --seal FILE"),
                ("To give up", $"coulisse room give-up {answer.Room.Room[..8]}"));
        return ExitCode.Success;
    }
}
