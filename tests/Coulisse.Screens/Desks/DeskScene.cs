using System.Globalization;
using System.Text;
using Coulisse.Stage;

namespace Coulisse.Screens.Desks;

/// <summary>Rooms with much in them, made with the verbs, for whoever looks at the screens of a desk.</summary>
/// <param name="Room">Where there were words and acts of every kind.</param>
/// <param name="Asked">Into which the secretary is asked.</param>
/// <param name="Caucus">Where the secretary confers with the envoy.</param>
public sealed record DeskScene(string Room, string Asked, string Caucus)
{
    private static readonly string[] Words =
    [
        "We saw two patrol boats cross the line at 03:40. Is that the exercise you told us of?",
        "It is. They turn back at the buoy. We ask you to keep your aircraft south of the bay until 06:00.",
        "Understood: boats turn at the buoy, aircraft south of the bay until 06:00, local time.",
        "Подтверждаю. Следующая проверка в 05:00.",
        "نؤكد ذلك، وسنكون على الخط.",
        "Who said “р\u0430trol”? \u202Eeht ot kcab",
    ];

    /// <summary>A room of the adviser's with the secretary, open at both ends.</summary>
    public static async Task<string> OpenAsync(TwoParties parties, string purpose, string excluded)
    {
        var (adviser, secretary) = (parties.A.Desks[0], parties.B.Desks[0]);
        var room = await adviser.OpenRoomAsync(secretary.Office, purpose, excluded);
        await adviser.OpensWithAsync(secretary, room);
        return room;
    }

    /// <summary>Sets it.</summary>
    public static async Task<DeskScene> SetAsync(TwoParties parties)
    {
        var (adviser, secretary) = (parties.A.Desks[0], parties.B.Desks[0]);
        var room = await OpenAsync(parties, "To keep the line open", "Settling the conflict");
        await SayAsync(room, adviser, secretary);
        await ActAsync(room, adviser, secretary);
        var asked = await adviser.OpenRoomAsync(secretary.Office, "A second talk, on the convoys", "Everything else");
        await secretary.UntilAsync(asked, seen => seen.Status == "Invited", "proposed");
        return new(room, asked, await ConferAsync(parties, room));
    }

    /// <summary>A caucus of the secretary's with the envoy, open at both ends.</summary>
    public static async Task<string> OpenCaucusAsync(Party party, string purpose)
    {
        var (first, second) = (party.Desks[0], party.Desks[1]);
        var caucus = await first.ConferAsync(second.Office, purpose);
        await second.UntilAsync(caucus, seen => seen.Status == "Invited", "asked in");
        await second.AcceptAsync(caucus);
        await first.UntilAsync(caucus, seen => seen.Status == "Open", "open");
        await second.UntilAsync(caucus, seen => seen.Status == "Open", "open");
        return caucus;
    }

    // Remarks under a message of the room of both sides, votes, dissent, words that wait for approval.
    private static async Task<string> ConferAsync(TwoParties parties, string room)
    {
        var (secretary, envoy) = (parties.B.Desks[0], parties.B.Desks[1]);
        var caucus = await OpenCaucusAsync(parties.B, "What we may give");
        using (var door = envoy.Door())
        {
            if (!await door.SayAsync(caucus, "They ask more than they say."u8.ToArray()))
                throw new StageException("A desk did not take what was said.");
        }
        await secretary.UntilAsync(caucus, seen => seen.Messages == 1, "read");
        var remark = await secretary.ActAsync(caucus, $"caucus remark --in {room}",
            "A bluff: they have no boats there.", 1);
        await SameOrMoreAsync(envoy, caucus, remark);
        var answer = await envoy.ActAsync(caucus, "caucus remark", "They had two in May.", remark);
        await envoy.ActAsync(caucus, "caucus vote --vote -1", null, remark);
        await SameOrMoreAsync(secretary, caucus, answer + 1);
        await secretary.ActAsync(caucus, "caucus vote --vote +1", null, answer);
        await secretary.ActAsync(caucus, $"caucus dissent --in {room}", "This promises too much.", 2);
        var asked = await secretary.ActAsync(caucus, $"caucus ask --room {room}",
            "We could open the northern bridge for lorries from Friday on.");
        await SameOrMoreAsync(envoy, caucus, asked);
        return caucus;
    }

    private static Task SameOrMoreAsync(DeskOnStage desk, string room, ulong number) =>
        desk.UntilAsync(room, seen => seen.Messages >= number, $"{number} messages long");

    private static async Task SayAsync(string room, DeskOnStage adviser, DeskOnStage secretary)
    {
        using var ours = secretary.Door();
        using var theirs = adviser.Door();
        for (var at = 0; at < Words.Length; at++)
        {
            if (!await (at % 2 == 0 ? ours : theirs).SayAsync(room, Encoding.UTF8.GetBytes(Words[at])))
                throw new StageException("A desk did not take what was said.");
            await secretary.UntilAsync(room, seen => seen.Messages == (ulong)at + 1, "read");
            await adviser.UntilAsync(room, seen => seen.Messages == (ulong)at + 1, "read");
        }
    }

    // One side after the other, so that a message has one number at both desks.
    private static async Task ActAsync(string room, DeskOnStage adviser, DeskOnStage secretary)
    {
        var query = await adviser.ActAsync(room, "query ask", "the exercise\nWhich exercise do you mean?", 1);
        await secretary.ActAsync(room, "query answer", "The one of your letter of Monday.", query);
        var term = await SameAsync(room, secretary, adviser, "term raise", "en: exercise\nfr: exercice");
        var meaning = await SameAsync(room, adviser, secretary, "term define",
            "en: exercise = Movements announced a day before\nfr: exercice = Mouvements annoncés la veille", term);
        await SameAsync(room, secretary, adviser, "term agree", null, meaning);
        await SameAsync(room, adviser, secretary, "red-line state", "act: Aircraft north of the bay\n"
            + "threshold: One aircraft, for more than a minute\nconsequence: We close the strait to ships\n"
            + "scope: The bay and its approaches, at any hour\ncertainty: likely");
        var due = TimeProvider.System.GetUtcNow().AddMinutes(45);
        await SameAsync(room, secretary, adviser, "commitment make", "what: The two fishermen go home.\n"
            + $"by: minister of the interior\ndue: {Clock(due)}");
        var rhythm = await SameAsync(room, adviser, secretary, "situation propose",
            $"first: {Clock(due.AddHours(-13))}\nevery: 6 hours\ngrace: 30 minutes");
        await SameAsync(room, secretary, adviser, "situation agree", null, rhythm);
        await SameAsync(room, secretary, adviser, "situation report",
            "level: tense\nexpected: Two boats leave for repairs.\nwishes: Leave your radar on.", rhythm);
        await SameAsync(room, adviser, secretary, "signal ask",
            $"until: {Clock(due.AddDays(1))}\nen: The border is open.\nfr: La frontière est ouverte.");
        await SameAsync(room, adviser, secretary, "release offer",
            $"subject: The bridge\nminute: {Clock(due.AddHours(3))}\n\nThe bridge opens.");
        await SameAsync(room, adviser, secretary, "read-back say", "Your aircraft keep away until six", 3);
    }

    private static async Task<ulong> SameAsync(
        string room, DeskOnStage by, DeskOnStage other, string verb, string? text = null, ulong? to = null)
    {
        var number = await by.ActAsync(room, verb, text, to);
        await other.UntilAsync(room, seen => seen.Messages >= number, $"{number} messages long");
        return number;
    }

    private static string Clock(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
