using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Exports;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Charters;
using Coulisse.Terminal;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Copies of what was said: registered and numbered before they are given out, and marked.</summary>
internal sealed class ExportDoor(OpenDesk desk)
{
    internal async Task ExportAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.ExportQuestion) is not
            { Messages: not null, For: not null } asked
            || Encoding.UTF8.GetByteCount(asked.For) > ExportRecord.WordsBytesMax)
            throw new Refusal(ExitCode.Usage, "Say which messages, and in a few words for whom.");
        var view = await desk.RoomAsync(room, context.RequestAborted);
        var (made, why, asks) = await desk.AskBothAsync(both => Make(both, room, view, asked),
            context.RequestAborted);
        if (asks)
            throw new AskedFirst(DoorQuestion.AgainstTerms, why!);
        await DoorServer.WriteAsync(context, made ?? throw new Refusal(ExitCode.SaidNo, why!),
            DoorJson.Default.ExportAnswer);
    }

    internal async Task ListAsync(HttpContext context) => await DoorServer.WriteAsync(context,
        await desk.AskBothAsync(both => (IReadOnlyList<ExportAnswer>)[.. both.Line.Exports.All.Select(one => Of(one))],
            context.RequestAborted), DoorJson.Default.IReadOnlyListExportAnswer);

    private (ExportAnswer? Made, string? Why, bool Asks) Make(
        DeskCores both, RoomId room, RoomAnswer view, ExportQuestion asked)
    {
        var core = both.Of(room);
        var orders = asked.Messages.Count > 0 ? asked.Messages
            : [.. core.TranscriptOf(room, 0, int.MaxValue).Where(one => one.Heard.Number > 0).Select(one => one.Order)];
        if (orders.Count is 0 or > ExportRecord.MessagesMax)
            return (null, $"A copy holds 1 to {ExportRecord.MessagesMax} messages; name some with --messages.", false);
        foreach (var order in orders)
        {
            if (order == 0 || order > view.Messages || core.MessageOf(room, order) is not { Number: > 0 })
                return (null, $"This room has no message {order} that was said. See: coulisse read", false);
        }
        var (against, which) = QuotingRule.Of(core, room, orders);
        if (against != default && !asked.IsAgainstTerms)
            return (null, $"No copy was made: by the terms of this room, {WordsOf(against)}, and that is not so of "
                + $"message {string.Join(", ", which.Take(OrdersShown))}{(which.Count > OrdersShown ? ", …" : "")}. "
                + "To make it all the same, and have the register say so: --against-terms", true);
        var by = Telling.NameOf(core.Identity.Accreditation);
        var head = new ExportText.Head(both.Line.Exports.Next, by, asked.For, view.Room,
            $"{view.Counterpart.Party}: {view.Counterpart.Office}", view.Purpose ?? "not known here", desk.Now,
            against == default ? null : WordsOf(against));
        var text = ExportText.Of(head, [.. orders.Select(order => MessageOf(core, room, order))]);
        var export = new ExportRecord(head.Number, (ulong)Math.Max(0, desk.Now.ToUnixTimeMilliseconds()), room, by,
            asked.For, WireList.From(orders.Select(order => new ExportedOrder(order))),
            Opaque.Owning(SHA256.HashData(Encoding.UTF8.GetBytes(text))), against);
        both.Line.Exports.Keep(export.Number, export);
        return (Of(export) with { Text = text }, null, false);
    }

    private static ExportText.Message MessageOf(DeskCore core, RoomId room, ulong order)
    {
        var heard = core.MessageOf(room, order)!;
        var author = core.AuthorOf(room, heard.Desk) is { } known ? Telling.NameOf(known) : $"desk {heard.Desk}";
        return new(order, author, heard.Number, heard.Written, heard.IsErased
            ? TermsTelling.Erased(core.TermsOf(room, heard).RetentionDays) : heard.Text,
            heard.Message.Kind != RoomMessageKind.Text);
    }

    private static ExportAnswer Of(ExportRecord one) => new(one.Number,
        DateTimeOffset.FromUnixTimeMilliseconds((long)one.At), one.Room.ToString(), one.By, one.For,
        [.. one.Orders.Select(order => order.Value)], one.Hash.ToString(),
        AgainstTerms: one.Against == default ? null : WordsOf(one.Against));

    internal static string WordsOf(Quoting quoting) =>
        CharterWords.Of(Charter.Usual("", "") with { Quoting = quoting }, CharterField.Quoting);

    private const int OrdersShown = 12;
}
