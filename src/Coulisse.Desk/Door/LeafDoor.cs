using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Terminal;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;

namespace Coulisse.Desk.Door;

/// <summary>What people ask of the desk about leaves of their own party: bringing its orders, and asking it for this
/// desk's place in a room again.</summary>
internal sealed class LeafDoor(OpenDesk desk)
{
    internal async Task RecallAsync(HttpContext context)
    {
        var asked = await DoorServer.QuestionAsync(context, DoorJson.Default.OrderQuestion);
        var order = asked?.File is { } file ? DoorServer.FileOf<Sealed<RoomOrder>>(file, "order")
            : DoorServer.Value<Sealed<RoomOrder>>(asked?.Order ?? "", "order");
        var package = asked?.Request is { } request
            ? DoorServer.Value<LeafRequest>(request, "request").KeyPackage : Opaque.Empty;
        var room = await desk.FindAsync(order.Content.Room.ToString(), context.RequestAborted);
        await desk.DoAsync(new DeskEvent.OrderBrought(order, package), room, context.RequestAborted);
        await DoorServer.WriteAsync(context, await desk.RoomAsync(room, context.RequestAborted), DoorServer.RoomType);
    }

    internal async Task ReplaceAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        var asked = await DoorServer.QuestionAsync(context, DoorJson.Default.ReplaceQuestion);
        SignaturePublicKey? leaf = null;
        if (asked?.Leaf is { } digits)
            leaf = Opaque.TryFromHex(digits, SignaturePublicKey.KeyBytes, out var key) ? SignaturePublicKey.From(key)
                : throw new Refusal(ExitCode.Usage, "Write --leaf in 64 lower-case hexadecimal digits.");
        await desk.DemandAsync(context.RequestAborted,
            (await desk.IdentityAsync(room, context.RequestAborted)).Accreditation);
        await desk.DoAsync(new DeskEvent.ReplacementAsked(room, leaf), room, context.RequestAborted);
        var request = await desk.LeafRequestAsync(room, context.RequestAborted);
        await DoorServer.WriteAsync(context, new RequestAnswer(
            Convert.ToBase64String(WireValue.Encode(request).Span),
            await desk.RoomAsync(room, context.RequestAborted), $"leaf-{request.LeafKey.ToString()[..8]}.leaf",
            Encoding.UTF8.GetString(CredenceFile.Write(request))), DoorJson.Default.RequestAnswer);
    }
}
