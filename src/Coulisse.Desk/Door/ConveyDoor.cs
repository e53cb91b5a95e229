using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Conveyed;
using Coulisse.Desk.Exports;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Charters;
using Coulisse.Terminal;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>
/// Words of one room are conveyed to another, on the same line or across two: shown whole first, with who said them and
/// who will read them; done only once the officer has typed the name of that party; registered in the transaction that
/// says them.
/// </summary>
internal sealed class ConveyDoor(OpenDesk desk)
{
    private const int DigestDigits = 20;

    /// <summary>What would be conveyed; nothing is.</summary>
    internal async Task ShowAsync(HttpContext context)
    {
        var (_, shown, _) = await ShownAsync(context);
        await DoorServer.WriteAsync(context, shown, DoorJson.Default.ConveyTextAnswer);
    }

    /// <summary>Does it, if it is what was shown.</summary>
    internal async Task ConveyAsync(HttpContext context)
    {
        var (asked, shown, against) = await ShownAsync(context);
        if (asked.Digest != shown.Digest)
            throw new Refusal(ExitCode.SaidNo, "Nothing was conveyed: these are not the words that were shown. Look at "
                + "them again.", "desk.NotAsShown");
        if (asked.Typed?.Trim() != shown.IntoParty)
            throw new Refusal(ExitCode.SaidNo, "Nothing was conveyed: what was typed is not the name of the party that "
                + $"would read it, {shown.IntoParty}.", "desk.NotConfirmed");
        // A question of its own: whoever confirms the reader has not answered it.
        if (against != default && !asked.IsAgainstTerms)
            throw new AskedFirst(DoorQuestion.AgainstTerms, "Nothing was conveyed: by the terms of that room, "
                + $"{ExportDoor.WordsOf(against)}, and that is not so of these words. To convey them all the same, and "
                + "have the register say so: --against-terms");
        var (from, into) = (RoomId.FromHex(shown.From.Room)!.Value, RoomId.FromHex(shown.Into.Room)!.Value);
        var said = await desk.SpeakAsync(new DeskEvent.Said(into, shown.Text, Precedence.Routine), into,
            context.RequestAborted, (both, core, effects) => both.Line.Conveyed.Keep(both.Line.Conveyed.Next, new(
                both.Line.Conveyed.Next, (ulong)Math.Max(0, desk.Now.ToUnixTimeMilliseconds()), from, shown.FromParty,
                WireList.From(asked.Messages.Select(order => new ExportedOrder(order))), into, shown.IntoParty,
                effects.OfType<DeskEffect.Shown>().First().Order, Telling.NameOf(core.Identity.Accreditation),
                asked.Text is not null, HashOf(shown.Text), against)));
        await DoorServer.WriteAsync(context, said, DoorJson.Default.MessageAnswer);
    }

    internal async Task ListAsync(HttpContext context) => await DoorServer.WriteAsync(context,
        await desk.AskBothAsync(both => (IReadOnlyList<ConveyedAnswer>)[.. both.Line.Conveyed.All.Select(Of)],
            context.RequestAborted), DoorJson.Default.IReadOnlyListConveyedAnswer);

    private async Task<(ConveyQuestion Asked, ConveyTextAnswer Shown, Quoting Against)> ShownAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.ConveyQuestion) is not
            { Messages: { Count: > 0 and <= ConveyedRecord.MessagesMax }, Into: not null } asked)
            throw new Refusal(ExitCode.Usage, "Say which messages, and into which room: --messages, --to; at most "
                + $"{ConveyedRecord.MessagesMax} messages.");
        var into = await desk.FindAsync(asked.Into, context.RequestAborted);
        if (into == room)
            throw new Refusal(ExitCode.Usage, "That is the room in which it was said.");
        var (words, fromParty, intoParty, (against, which)) = await desk.AskBothAsync(both => (
            Words(both.Of(room), room, asked.Messages), Party(both, room), Party(both, into),
            Against(both, room, asked.Messages)), context.RequestAborted);
        var text = asked.Text ?? words ?? throw new Refusal(ExitCode.SaidNo, "This room has no message of one of those "
            + "numbers that was said. See: coulisse read");
        if (words is null || text.Trim().Length == 0 || Encoding.UTF8.GetByteCount(text) > RoomMessage.TextBytesMax)
            throw new Refusal(ExitCode.SaidNo, "Words that were said, and no more than one message holds, are "
                + $"conveyed: at most {RoomMessage.TextBytesMax} bytes. Nothing was.");
        var (of, to) = (await desk.RoomAsync(room, context.RequestAborted),
            await desk.RoomAsync(into, context.RequestAborted));
        return (asked, new(text, of, to, fromParty, intoParty, ConveyWords.Of(of, to, fromParty, intoParty)
            + ConveyWords.Of(against, which), HashOf($"{room}{into}{text}").ToString()[..DigestDigits],
            ConveyWords.How(of, to, fromParty, intoParty), against == default ? null : against.ToString(),
            against == default ? null : which), against);
    }

    private static string? Words(DeskCore core, RoomId room, IReadOnlyList<ulong> orders)
    {
        var shown = core.ViewOf(room)?.Shown ?? 0;
        var said = orders.Select(order => order == 0 || order > shown ? null : core.MessageOf(room, order)).ToList();
        return said.Any(one => one is not { Number: > 0, IsErased: false }) ? null
            : string.Join("\n\n", said.Select(one => one!.Text));
    }

    // What the terms of the first room say of quoting, if this breaks them; of a caucus there are none.
    private static (Quoting Against, IReadOnlyList<ulong> Orders) Against(
        DeskCores both, RoomId room, IReadOnlyList<ulong> orders)
    {
        var core = both.Of(room);
        return core == both.Home || Words(core, room, orders) is null ? (default, [])
            : QuotingRule.Of(core, room, orders);
    }

    private string Party(DeskCores both, RoomId room) =>
        desk.Lines.Of(both.Of(room))?.Them ?? desk.Identity.Accreditation.By.Party;

    private static Opaque HashOf(string text) => Opaque.Owning(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ConveyedAnswer Of(ConveyedRecord one) => new(one.Number,
        DateTimeOffset.FromUnixTimeMilliseconds((long)one.At), one.From.ToString(), one.FromParty,
        [.. one.Orders.Select(order => order.Value)], one.Into.ToString(), one.IntoParty, one.Order, one.By,
        one.IsOwnWording, one.Hash.ToString(), one.Against == default ? null : ExportDoor.WordsOf(one.Against));
}
