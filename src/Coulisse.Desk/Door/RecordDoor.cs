using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Coulisse.Desk.Records;
using Coulisse.Door;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Values;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Records;
using Coulisse.Wire.Rooms;
using RefusalWords = Coulisse.Talks.Refusals.RefusalWords;

namespace Coulisse.Desk.Door;

/// <summary>What is put on record: made and shown whole first, then signed by the digits of what was shown.</summary>
internal sealed class RecordDoor(OpenDesk desk)
{
    private const int PreparedMax = 64;

    /// <summary>What a person made and has not signed; kept until the desk is closed.</summary>
    private readonly ConcurrentDictionary<(RoomId, string), RecordDraft> prepared = [];

    internal async Task PrepareAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.RecordQuestion) is not
            { Messages: not null, Language: not null, Text: not null } asked)
            throw new Refusal(ExitCode.Usage, "Say which messages, or write minutes; and what it is about.");
        var (subject, minutes) = WordsOf(asked);
        if (subject[0].Text.Length == 0 || (asked.Messages.Count == 0 && minutes.IsEmpty))
            throw new Refusal(ExitCode.Usage, RefusalWords.Of(Talks.Refusals.Refusal.NoWords));
        await DemandRoomAsync(room, asked, context.RequestAborted);
        var (draft, why) = await desk.AskAsync(room,
            core => RecordDraft.Of(core, room, asked.Messages, subject, minutes), context.RequestAborted);
        if (draft is null)
            throw new Refusal(ExitCode.SaidNo, why!);
        if (ActBytes.FaultOf(draft.Proposed with { Signature = Octets.CopyOf([0]) }) is { } fault)
            throw new Refusal(ExitCode.Usage, RefusalWords.Of(fault));
        if (prepared.Count >= PreparedMax)
            prepared.Clear();
        prepared[(room, draft.Digest)] = draft;
        var (told, quoting) = (RecordTelling.BeforeFirst, await QuotingAsync(room, context));
        await WriteAsync(context, draft, (told + quoting, "First"));
    }

    internal async Task ShowAsync(HttpContext context)
    {
        var (room, number) = await AskedAsync(context);
        var (draft, words, why) = await desk.AskAsync<(RecordDraft?, (string, string), string?)>(room, core =>
        {
            if (RecordTelling.Find(core, room, number) is not { } record)
                return (null, ("", ""), RecordTelling.NoRecord);
            var (made, fault) = RecordDraft.Of(core, room, RecordTelling.ActOf(core, room, record));
            return (made, RecordTelling.Before(record, core.Identity), fault);
        }, context.RequestAborted);
        await WriteAsync(context, draft ?? throw new Refusal(ExitCode.SaidNo, why!),
            (words.Item1 + await QuotingAsync(room, context), words.Item2));
    }

    // Whoever holds a record can prove it; whether they may say it is another matter.
    private async Task<string> QuotingAsync(RoomId room, HttpContext context) => await desk.AskAsync(room,
        core => core.CharterOf(room)?.Terms is { IsEarly: false } terms
            ? $" By the terms of this room: {CharterWords.Of(terms, CharterField.Quoting)}." : "",
        context.RequestAborted);

    internal async Task ListAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        var records = await desk.AskAsync(room,
            core => RecordTelling.All(core, room, desk.At(core), core.Identity), context.RequestAborted);
        await DoorServer.WriteAsync(context, records, DoorJson.Default.IReadOnlyListRecordAnswer);
    }

    internal async Task FileAsync(HttpContext context)
    {
        var (room, number) = await AskedAsync(context);
        var (file, isCountersigned, why) = await desk.AskAsync<(byte[]?, bool, string?)>(room, core =>
        {
            if (RecordTelling.Find(core, room, number) is not { } record)
                return (null, false, RecordTelling.NoRecord);
            var (draft, fault) = RecordDraft.Of(core, room, RecordTelling.ActOf(core, room, record));
            return draft is null ? (null, false, fault) : (RecordFile.Write(room, core.Parties, draft.Parts,
                [.. ((Octets?[])[record.First, record.Second]).OfType<Octets>()
                    .Select(one => RecordVouching.SignatureIn(one)!)]), record.Second is not null, null);
        }, context.RequestAborted);
        await DoorServer.WriteAsync(context, new RecordFileAnswer(Convert.ToBase64String(file
            ?? throw new Refusal(ExitCode.SaidNo, why!)), isCountersigned), DoorJson.Default.RecordFileAnswer);
    }

    // What is signed is prepared no more; should the answer not reach who asked, it is in the transcript.
    internal async Task SignAsync(HttpContext context) => prepared.TryRemove(await new Signing(
        (core, room, digest) => RecordTelling.FirstOf(core, room, digest, core.Identity), Make, TypedIn)
        .SignAsync(context, desk), out _);

    // What a person wrote anew crosses with it: a caucus may have to approve it.
    private static string TypedIn(TalkAct act) => act is TalkAct.RecordProposed proposed
        ? string.Join("\n\n", proposed.Subject.Concat(proposed.Minutes).Select(words => words.Text)) : "";

    // Theirs first: what both have signed alike is on record by the second signature, not by two first ones.
    private (TalkAct? Act, string? Why) Make(DeskCore core, RoomId room, string digest)
    {
        var head = core.ChainOf(core.Identity.Accreditation.By)?.Last ?? ChainHead.None;
        var own = prepared.GetValueOrDefault((room, digest));
        var waiting = RecordTelling.Waiting(core, room, digest, core.Identity);
        if (waiting.Select(one => one.Draft).Append(own).OfType<RecordDraft>().DistinctBy(one => one.Terms).Count() > 1)
            return (null, "Two texts have these digits, and that is no chance: sign neither, and ask who wrote them.");
        if (waiting is [var (record, theirs), ..])
            return theirs.NamesAuthorsAsKnown(core, room)
                ? (new TalkAct.RecordCountersigned(record.Id, theirs.Sign(core.Identity, head, desk.Now)), null)
                : (null, "They name an author of this passage otherwise than this desk knows them. Have it proposed "
                    + "anew.");
        return own is not null
            ? (own.Proposed with { Signature = own.Sign(core.Identity, head, desk.Now) }, null)
            : (null, "No text with these digits waits to be signed here. See: coulisse record show, or propose it "
                + "again.");
    }

    // What is written anew may be on its way into the wrong room; what is chosen from this one is not.
    private Task DemandRoomAsync(RoomId room, RecordQuestion asked, CancellationToken cancel) =>
        new RightRoom(desk).DemandAsync(room, asked.Text, asked.IsHere, keep: null, cancel);

    private static (ImmutableArray<Wording> Subject, ImmutableArray<Wording> Minutes) WordsOf(RecordQuestion asked)
    {
        var parts = asked.Text.ReplaceLineEndings("\n").Split("\n\n", 2);
        var (subject, minutes) = (parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : "");
        return ([new(asked.Language, subject)], minutes.Length == 0 ? [] : [new(asked.Language, minutes)]);
    }

    private async Task<(RoomId Room, ulong Number)> AskedAsync(HttpContext context) =>
        (await DoorServer.RoomAsync(context, desk), ulong.TryParse(context.Request.Query["to"], out var number) ? number
            : throw new Refusal(ExitCode.Usage, "Say which: --to NUMBER. See: coulisse record list"));

    private static Task WriteAsync(HttpContext context, RecordDraft draft, (string Words, string Means) told) =>
        DoorServer.WriteAsync(context, new RecordTextAnswer(Encoding.UTF8.GetString([.. RecordText.Write(
            draft.Terms.Parties, draft.Parts)!.Value.SelectMany(part => part)]), draft.Digest, told.Words, told.Means),
            DoorJson.Default.RecordTextAnswer);
}
