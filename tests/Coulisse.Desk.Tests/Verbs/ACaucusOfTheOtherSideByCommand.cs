using System.Net;
using System.Text;
using System.Text.Json;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>Whoever is named second on the line confers as well as whoever is named first: acts at home are of one
/// side, whichever that is on the line.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class ACaucusOfTheOtherSideByCommand(Evening evening) : ByCommand(evening)
{
    private string caucus = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HttpClient DoorOf(DeskOnStage desk) => new(Stage.Door.Handler(desk.Socket))
    {
        BaseAddress = new("http://desk"),
    };

    [Fact]
    public async Task Its_people_remark_vote_dissent_and_approve_by_verb_and_by_the_addresses_of_screens()
    {
        caucus = await Evening.Secretary.ConferAsync(Evening.Envoy.Office, "What Sorvane may give on salt");
        await Evening.Envoy.UntilAsync(caucus, seen => seen.Status == "Invited", "asked in");
        await Evening.Envoy.AcceptAsync(caucus);
        await Evening.Secretary.UntilAsync(caucus, seen => seen.Status == "Open", "open");
        await Evening.Envoy.UntilAsync(caucus, seen => seen.Status == "Open", "open");
        var said = await AtTheDoorAsync(Evening.Secretary, "messages", "Salt is all they ask for.");
        await Evening.Envoy.UntilAsync(caucus, seen => seen.Messages >= said, "told");
        var remark = await AtTheDoorAsync(Evening.Envoy, "act", Act("RemarkMade", said, "They ask for the port too."));
        await Evening.Secretary.UntilAsync(caucus, seen => seen.Messages >= remark, "remarked upon");
        await Evening.Secretary.ActAsync(caucus, "caucus vote --vote +1", to: remark);
        await AtTheDoorAsync(Evening.Secretary, "act", Act("DissentRecorded", remark, "Not the port."));
        await Evening.Secretary.ActAsync(caucus, $"caucus ask --room {await Evening.OpenAsync(Evening.Secretary)}",
            "We can speak of salt, and of nothing else.");
        var asked = (await Evening.Secretary.ReadAsync(caucus))[^1].Order;
        await Evening.Envoy.UntilAsync(caucus, seen => seen.Messages >= asked, "asked");
        await Evening.Envoy.ActAsync(caucus, "caucus approve", to: asked);
        foreach (var desk in (string[])["secretary", "envoy"])
        {
            var state = await UntilAsync(desk, ["talk-state", caucus], "They ask for the port too.  [+1: ",
                "Secretary of the Security Council +1]", "Not the port.", "Approval, Accepted");
            Assert.DoesNotContain("without effect", state, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Nobody_of_the_first_side_is_asked_in_and_a_room_of_both_sides_is_refused_there()
    {
        var plenary = await Evening.OpenAsync(Evening.Secretary);
        using var door = DoorOf(Evening.Secretary);
        using var content = Content("For our own alone.");
        using var answer = await door.PostAsync(new Uri($"/caucus/messages?room={plenary}", UriKind.Relative), content,
            Cancel);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("caucus.BothSides", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Empty(await Evening.Secretary.ReadAsync(plenary));
        var ended = await RunAsync("secretary", null, "caucus", "open", "--with", Evening.Adviser.Office, "--purpose",
            "By mistake");
        Assert.Equal(6, ended.Code);
        Assert.Contains("nobody but our own people", ended.Error, StringComparison.Ordinal);
    }

    private static string Act(string kind, ulong to, string text) => JsonSerializer.Serialize(new
    {
        kind,
        to,
        language = "en",
        text,
        answerMinutes = 0,
        precedence = "routine",
    });

    private async Task<ulong> AtTheDoorAsync(DeskOnStage desk, string place, string body)
    {
        using var door = DoorOf(desk);
        for (var patience = 0; ; patience++)
        {
            using var content = Content(body);
            using var answer = await door.PostAsync(new Uri($"/caucus/{place}?room={caucus}", UriKind.Relative),
                content, Cancel);
            var told = await answer.Content.ReadAsStringAsync(Cancel);
            if (answer.IsSuccessStatusCode)
            {
                using var message = JsonDocument.Parse(told);
                return message.RootElement.GetProperty("order").GetUInt64();
            }
            Assert.True(patience < 20, told);
            await Task.Delay(300, Cancel); // what it speaks of counts once our station has taken it
        }
    }

    private static ByteArrayContent Content(string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.Add("Coulisse-Precedence", "routine");
        return content;
    }
}
