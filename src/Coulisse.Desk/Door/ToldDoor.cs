using System.Text;
using Coulisse.Desk.Verbs;
using Coulisse.Door;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Told;
using Coulisse.Terminal;
using Coulisse.Wire.Rooms;
using Coulisse.Wire.Statements;
using Microsoft.AspNetCore.Http.Features;

namespace Coulisse.Desk.Door;

/// <summary>What our side told each counterpart, promised, and said in public on one subject, side by side: computed
/// here, of what this desk has, and kept nowhere.</summary>
internal sealed class ToldDoor(OpenDesk desk)
{
    private const int QuestionBytesMax = 24 << 20; // two statements of the largest kind, in base64

    /// <summary>Where something was said, and all that was.</summary>
    private sealed record Place(ToldPlaceAnswer Told, IReadOnlyList<ToldText> Texts);

    internal async Task TellAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = QuestionBytesMax;
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.ToldQuestion) is not
            { Subject: not null, Public: not null } asked)
            throw new Refusal(ExitCode.Usage, "Say which subject, and name files of what was said in public.");
        var subject = new SubjectWords(asked.Subject.Split('\n'));
        if (subject.IsEmpty)
            throw new Refusal(ExitCode.Usage, "Say which subject: its words, one or a phrase a line.",
                "told.NoSubject");
        var open = asked.Public.Select(InPublic).ToList();
        List<Place> places = [.. await desk.AskBothAsync(both => both.Lines.SelectMany(core =>
            core.Rooms.SelectMany(room => In(core, room))).ToList(), context.RequestAborted), .. open];
        // They are compared aside, so that the desk goes on meanwhile.
        await DoorServer.WriteAsync(context, Of(places, SideBySide.Of([.. places.Select(one => one.Texts)], subject)),
            DoorJson.Default.ToldAnswer);
    }

    private Place[] In(DeskCore core, RoomId room)
    {
        var to = desk.At(core).PersonOf(core.ViewOf(room)!.Counterpart);
        var name = $"{to.Party}: {to.Office}, room {room.ToString()[..8]}";
        return
        [
            new(new($"told {name}", "Told", room.ToString(), to), [.. core.TranscriptOf(room, 0, int.MaxValue)
                .Where(one => one.Heard is { Number: > 0, Act.Count: 0 } && IsOurs(core, room, one.Heard)
                    && one.Heard.Message.Content().Act is null)
                .Select(one => new ToldText(one.Order, one.Heard.Text))]),
            new(new($"promised to {name}", "Promised", room.ToString(), to), [.. core.TalkOf(room).Matters
                .Where(one => one.Kind == MatterKind.Commitment && one.Opener.Side == ActMaker.SideOf(core.Identity))
                .Select(one => new ToldText(core.PlaceOf(room, one.Id)!.Value.Order,
                    ActWords.Of(one.Steps[0].Act)[0].Text))]),
        ];
    }

    private static bool IsOurs(DeskCore core, RoomId room, Rooms.Heard said) =>
        core.AuthorOf(room, said.Desk)?.By.Party == core.Identity.Accreditation.By.Party;

    // A statement counts whoever signed it: which seal it was, coulisse verify says.
    private static Place InPublic(ToldFile file)
    {
        var bytes = Bytes(file);
        var text = SignedStatementFile.Verify(bytes) is StatementVerification.Genuine { Statement: var statement }
            ? string.Join('\n', statement.Editions.Select(one => $"{one.Title}\n{one.Body}"))
            : ReportText.Of(bytes) ?? throw new Refusal(ExitCode.NotReadable,
                $"{file.Name} is neither a signed statement, nor an item file, nor text in UTF-8.", "told.NoText");
        return new(new($"said in public: {file.Name}", "Public", File: file.Name), [new(1, text)]);
    }

    private static byte[] Bytes(ToldFile file)
    {
        var bytes = new byte[file.File.Length];
        return Convert.TryFromBase64String(file.File, bytes, out var length) ? bytes[..length]
            : throw new Refusal(ExitCode.NotReadable, $"{file.Name} did not arrive whole.");
    }

    private static ToldAnswer Of(List<Place> places, IReadOnlyList<ToldRow> rows) => new(
        [.. places.Select(one => one.Told)], [.. rows.Select(row => new ToldRowAnswer(row.IsAlone, row.Differs,
            [.. row.Sentences.Select(one => new ToldSentenceAnswer(places[one.Place].Told.Words, one.Place, one.Number,
                one.Text, one.Marked))]))]);
}
