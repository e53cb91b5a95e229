using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>A room takes another's place by the verbs alone; and the same words are not said twice by
/// mistake.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(NextEvening))]
public sealed class AnotherRoomByCommand(Evening evening)
{
    [Fact]
    public async Task It_has_the_terms_of_the_room_whose_place_it_takes_and_both_ends_show_why()
    {
        var before = await evening.OpenAsync(evening.Secretary);
        Assert.Equal(64, (await ProposeAsync("--follows", before)).Code);
        Assert.Equal(6, (await ProposeAsync("--follows", "ffffffffffffffff", "--why", "no such room")).Code);
        var opened = await ProposeAsync("--follows", before, "--why", "its keys went another way");
        Assert.Equal(0, opened.Code);
        var room = opened.Output.Split("Room: ")[1][..32];
        await evening.Secretary.UntilAsync(room, seen => seen.Status == "Invited", "proposed");
        await evening.Secretary.AcceptAsync(room);
        await evening.Secretary.UntilAsync(room, seen => seen.Status == "AsksForConsent", "seen alike at both ends");
        await evening.Secretary.ConsentAsync(room);
        foreach (var desk in (DeskOnStage[])[evening.Adviser, evening.Secretary])
        {
            await desk.UntilAsync(room, seen => seen.Status == "Open", "open");
            var shown = await DoAsync(desk.Folder, "room", "show", room);
            Assert.Contains($"room {before[..8]}, its keys went another way: both sides had come to the same in it",
                shown, StringComparison.Ordinal);
            Assert.Contains("Purpose: To keep the line open", shown, StringComparison.Ordinal);
            Assert.Contains($"Followed by: room {room[..8]}", await DoAsync(desk.Folder, "room", "show", before),
                StringComparison.Ordinal);
        }
        // What was said in the room whose place it takes is no other room's.
        var words = Evening.Bytes("We go on here with what we had come to over there: the boats, then the mill.");
        Assert.Equal(0, (await evening.Adviser.SayAsync(before, words)).Code);
        Assert.Equal(0, (await evening.Adviser.SayAsync(room, words)).Code);
    }

    [Fact]
    public async Task Who_was_cut_off_may_say_it_again_without_saying_it_twice()
    {
        var room = await evening.OpenAsync(evening.Envoy);
        Assert.Equal(0, (await evening.Adviser.SayAsync(room, Evening.Bytes("was this taken?"))).Code);
        var again = await evening.Adviser.SayAsync(room, Evening.Bytes("was this taken?"));
        Assert.Equal(6, again.Code);
        Assert.Contains("These very words were said from here at ", again.Error, StringComparison.Ordinal);
        var file = Path.Combine(evening.Folder, "again.txt");
        await File.WriteAllBytesAsync(file, Evening.Bytes("was this taken?"), TestContext.Current.CancellationToken);
        await DoAsync("adviser", "say", room, "--file", file, "--again");
        Assert.Equal(["was this taken?", "was this taken?"], await evening.HeardAsync(evening.Envoy, room, 2));
    }

    private Task<Ended> ProposeAsync(params string[] arguments) => Programs.RunAsync(evening.Folder,
        ["room", "open", "--with", evening.Secretary.Office, .. arguments, "--desk", "adviser"]);

    private Task<string> DoAsync(string desk, params string[] arguments) =>
        Programs.DoAsync(evening.Folder, [.. arguments, "--desk", desk]);
}
