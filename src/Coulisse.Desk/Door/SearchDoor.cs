using Coulisse.Door;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;
using Coulisse.Terminal;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Looks for words in all that this desk has. The index is folded text in memory: it grows with the first
/// question and with each one after, is written nowhere, and is gone with the desk.</summary>
internal sealed class SearchDoor(OpenDesk desk) : IDisposable
{
    private const int Portion = 256;
    private const int HitsMax = 60;
    private const int Around = 90;

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Dictionary<RoomId, List<(ulong Order, string Folded)>> index = [];
    private ulong erasures;

    internal async Task FindAsync(HttpContext context)
    {
        var words = new SearchWords(context.Request.Query["words"].ToString());
        if (words.IsEmpty)
            throw new Refusal(ExitCode.Usage, "Say which words.", "search.NoWords");
        var only = context.Request.Query["room"].ToString() is { Length: > 0 }
            ? await DoorServer.RoomAsync(context, desk) : (RoomId?)null;
        await one.WaitAsync(context.RequestAborted);
        try
        {
            await GrowAsync(context.RequestAborted);
            await DoorServer.WriteAsync(context, await FindAsync(words, only, context.RequestAborted),
                DoorJson.Default.FoundAnswer);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    // A portion at a time, so that the desk goes on meanwhile; folded aside.
    private async Task GrowAsync(CancellationToken cancel)
    {
        if (erasures != desk.Erasures)
            index.Clear(); // what the terms erase is erased here as well
        erasures = desk.Erasures;
        var rooms = await desk.AskBothAsync(both => both.All.SelectMany(core => core.Rooms).ToList(), cancel);
        foreach (var room in rooms)
        {
            if (!index.TryGetValue(room, out var known))
                index[room] = known = [];
            while (true)
            {
                var after = known.Count == 0 ? 0 : known[^1].Order;
                var next = await desk.AskAsync(room, core => core.TranscriptOf(room, after, Portion)
                    .Select(said => (said.Order, Words: WordsOf(said.Heard))).ToList(), cancel);
                known.AddRange(next.Select(said => (said.Order, SearchWords.Folded(said.Words))));
                if (next.Count < Portion)
                    break;
            }
        }
    }

    private async Task<FoundAnswer> FindAsync(SearchWords words, RoomId? only, CancellationToken cancel)
    {
        var hits = new List<HitAnswer>();
        var isMore = false;
        foreach (var (room, said) in index.Where(entry => only is null || entry.Key == only).OrderBy(entry =>
            entry.Key.ToString(), StringComparer.Ordinal))
        {
            var found = 0;
            foreach (var orders in said.AsEnumerable().Reverse().Where(message => words.MayBeIn(message.Folded))
                .Select(message => message.Order).Chunk(Portion))
            {
                var told = await desk.AskBothAsync(both => orders.Select(order => Told(both, room, order)).ToList(),
                    cancel);
                foreach (var (hit, text) in told)
                {
                    if (words.In(text) is { IsEmpty: false } ranges && found++ < HitsMax)
                        hits.Add(Cut(hit, text, ranges));
                }
                if (isMore |= found > HitsMax)
                    break;
            }
        }
        return new([.. hits.OrderByDescending(hit => hit.At).ThenByDescending(hit => hit.Order).Take(HitsMax)],
            isMore || hits.Count > HitsMax);
    }

    private (HitAnswer Hit, string Text) Told(DeskCores both, RoomId room, ulong order)
    {
        var core = both.Of(room);
        var heard = core.MessageOf(room, order)!;
        return (new(room.ToString(), core == both.Home, order, desk.At(core).PersonOf(heard.Desk),
            heard.Rungs[0].Instant, "", []), WordsOf(heard));
    }

    // What stands around the first of them, in UTF-16 as a browser counts.
    private static HitAnswer Cut(HitAnswer hit, string text, IReadOnlyList<TextRange> ranges)
    {
        int[] places = [.. Places(text)];
        var (start, end) = (places[Math.Max(0, ranges[0].Start - Around)],
            places[Math.Min(places.Length - 1, ranges[0].End + 2 * Around)]);
        var lead = start > 0 ? "…" : "";
        return hit with
        {
            Text = lead + text[start..end] + (end < text.Length ? "…" : ""),
            Marks = [.. Apart(ranges).Select(range => (Start: places[range.Start], End: places[range.End]))
                .Where(mark => mark.Start >= start && mark.End <= end)
                .Select(mark => new MarkAnswer(mark.Start - start + lead.Length, mark.End - start + lead.Length, 0))],
        };
    }

    // Where each scalar begins, and where the last one ends.
    private static IEnumerable<int> Places(string text)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            yield return at;
            at += rune.Utf16SequenceLength;
        }
        yield return at;
    }

    // Of two words one of which begins as the other, a place is marked once.
    private static IEnumerable<TextRange> Apart(IEnumerable<TextRange> ranges)
    {
        var end = 0;
        foreach (var range in ranges.Where(range => range.Start >= end))
        {
            end = range.End;
            yield return range;
        }
    }

    private static string WordsOf(Rooms.Heard heard) => string.Join('\n',
        heard.Message.Content().Words.Select(words => words.Text));
}
