using System.Text;
using System.Text.Unicode;
using Coulisse.Desk.Exports;
using Coulisse.Desk.Leaks;
using Coulisse.Talks.Leaks;
using Coulisse.Terminal;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>
/// Reports of what was said in confidence, compared at this desk alone with what was said in its rooms and copied from
/// them. It tells what is like what, and which copies are consistent with it; never more than that.
/// </summary>
internal sealed class LeakDoor(OpenDesk desk)
{
    internal async Task AddAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var (bytes, name) = (body.ToArray(), context.Request.Query["name"].ToString());
        if (!Utf8.IsValid(bytes) || bytes.Length > LeakRecord.TextBytesMax
            || Encoding.UTF8.GetByteCount(name) > LeakRecord.NameBytesMax
            || Sentence.Of(Encoding.UTF8.GetString(bytes)).IsEmpty)
            throw new Refusal(ExitCode.Usage, $"A report is text in UTF-8 with words in it, at most "
                + $"{LeakRecord.TextBytesMax} bytes; take a longer one up in several.");
        var leak = await desk.AskBothAsync(both =>
        {
            var record = new LeakRecord(both.Line.Leaks.Next, (ulong)Math.Max(0, desk.Now.ToUnixTimeMilliseconds()),
                name, Encoding.UTF8.GetString(bytes), "", []);
            both.Line.Leaks.Keep(record.Number, record);
            return record;
        }, context.RequestAborted);
        await TellAsync(context, leak);
    }

    internal async Task ShowAsync(HttpContext context)
    {
        _ = ulong.TryParse(context.Request.Query["number"], out var number);
        await TellAsync(context, await desk.AskBothAsync(both => both.Line.Leaks.Find(number), context.RequestAborted)
            ?? throw NoReport());
    }

    internal async Task ListAsync(HttpContext context) => await DoorServer.WriteAsync(context,
        await desk.AskBothAsync(both => (IReadOnlyList<LeakAnswer>)[.. both.Line.Leaks.All
            .Select(one => Of(one, [], []) with { Sentences = [] })], context.RequestAborted),
        DoorJson.Default.IReadOnlyListLeakAnswer);

    internal async Task SayAsync(HttpContext context)
    {
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.LeakWord) is not { } word
            || (word.Line is null) == (word.Sentence is null))
            throw new Refusal(ExitCode.Usage, "Say what of a sentence, or our line for the press.");
        var leak = await desk.AskBothAsync(both => both.Line.Leaks.Find(word.Number), context.RequestAborted)
            ?? throw NoReport();
        Func<LeakRecord, LeakRecord> say = word.Line is { } line ? With(Short(line))
            : With(SentenceIn(leak, word), MarkOf(word));
        await TellAsync(context, await desk.AskBothAsync(both =>
        {
            var said = say(both.Line.Leaks.Find(leak.Number)!); // as it is now: somebody else may have said something
            both.Line.Leaks.Keep(said.Number, said);
            return said;
        }, context.RequestAborted));
    }

    private static Func<LeakRecord, LeakRecord> With(string line) => leak => leak with { Line = line };

    private static Func<LeakRecord, LeakRecord> With(int sentence, ClaimMark mark) => leak => leak.With(sentence, mark);

    private static string Short(string line) => Encoding.UTF8.GetByteCount(line) <= LeakRecord.LineBytesMax ? line
        : throw new Refusal(ExitCode.Usage, $"A line for the press has at most {LeakRecord.LineBytesMax} bytes.");

    private static int SentenceIn(LeakRecord leak, LeakWord word) =>
        word.Sentence is { } number && number >= 1 && number <= Sentence.Of(leak.Text).Length
        && number <= LeakRecord.ClaimsMax ? number : throw new Refusal(ExitCode.SaidNo,
            $"Report {leak.Number} has no sentence {word.Sentence}. See: coulisse leak show {leak.Number}");

    private static ClaimMark MarkOf(LeakWord word) => word.Mark switch
    {
        "accurate" => ClaimMark.Accurate,
        "inaccurate" => ClaimMark.Inaccurate,
        "not-ours" => ClaimMark.NotOursToSay,
        _ => throw new Refusal(ExitCode.Usage, "A sentence is accurate, inaccurate, or not-ours (to say)."),
    };

    private static Refusal NoReport() =>
        new(ExitCode.SaidNo, "This desk has no report of that number. See: coulisse leak list");

    // What is read on the desk's own thread is compared aside, so that the desk goes on meanwhile.
    private async Task TellAsync(HttpContext context, LeakRecord leak)
    {
        var (said, exports) = await desk.AskBothAsync(
            both => (both.All.SelectMany(Said).ToList(), both.Line.Exports.All), context.RequestAborted);
        var likeness = new Likeness(said.Select(one => one.Words));
        var like = Sentence.Of(leak.Text).ToDictionary(one => one.Number, one => likeness.Of(one.Text)
            .Select(found => (Found: found, Said: said[found.Said])).ToList());
        var people = await desk.AskBothAsync(both => like.Values.SelectMany(one => one).Select(one => one.Said)
            .DistinctBy(one => one.Author).ToDictionary(one => one.Author,
                one => desk.At(both.Of(one.Room)).PersonOf(one.Author)), context.RequestAborted);
        var answers = like.ToDictionary(one => one.Key, one => (IReadOnlyList<LikeAnswer>)[.. one.Value.Select(found =>
            new LikeAnswer((int)Math.Floor(found.Found.Share * 100), found.Said.Room.ToString(), found.Said.Order,
                people[found.Said.Author], found.Found.Text,
                [.. Holding(exports, found.Said.Room, found.Said.Order)]))]);
        await DoorServer.WriteAsync(context, Of(leak, answers, Copies(exports, answers)),
            DoorJson.Default.LeakAnswer);
    }

    /// <summary>A message as it is compared.</summary>
    private sealed record SaidWords(RoomId Room, ulong Order, Crypto.Codec.Opaque Author, string Words);

    private static IEnumerable<SaidWords> Said(DeskCore core) => core.Rooms.SelectMany(room =>
        core.TranscriptOf(room, 0, int.MaxValue).Where(one => one.Heard.Number > 0).Select(one =>
            new SaidWords(room, one.Order, one.Heard.Desk, string.Join('\n',
                one.Heard.Message.Content().Texts))));

    private static IEnumerable<ulong> Holding(IEnumerable<ExportRecord> exports, RoomId room, ulong order) => exports
        .Where(one => one.Room == room && one.Orders.Contains(new(order))).Select(one => one.Number);

    // What was said alike in two rooms may have left by a copy of either.
    private static IReadOnlyList<LeakCopyAnswer> Copies(
        IReadOnlyList<ExportRecord> exports, Dictionary<int, IReadOnlyList<LikeAnswer>> like)
    {
        var sentences = like.Values.Where(one => one.Count > 0).ToList();
        return
        [
            .. exports.Select(one => new LeakCopyAnswer(one.Number, one.For,
                    sentences.Count(found => found.Any(words => words.Copies.Contains(one.Number))), sentences.Count))
                .Where(one => one.Holds > 0).OrderByDescending(one => one.Holds).ThenBy(one => one.Number),
        ];
    }

    private static LeakAnswer Of(LeakRecord leak, Dictionary<int, IReadOnlyList<LikeAnswer>> like,
        IReadOnlyList<LeakCopyAnswer> copies) => new(leak.Number, leak.Name,
            DateTimeOffset.FromUnixTimeMilliseconds((long)leak.At), leak.Line,
            [
                .. Sentence.Of(leak.Text).Select(one => new LeakSentenceAnswer(one.Number, one.Line, one.Text,
                    leak.Claims.FirstOrDefault(claim => claim.Sentence == one.Number)?.Mark.ToString(),
                    like.GetValueOrDefault(one.Number) ?? [])),
            ], copies);
}
