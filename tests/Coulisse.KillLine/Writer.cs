using System.Text;
using Coulisse.Stage;

namespace Coulisse.KillLine;

/// <summary>One author in one room: says one numbered thing after the other, and remembers what was taken.</summary>
internal sealed class Writer(DeskOnStage author, DeskOnStage reader, string room)
{
    private const int PauseMilliseconds = 150;

    private readonly List<(string Text, bool IsTaken)> said = [];

    public int Taken => said.Count(one => one.IsTaken);

    public string Room => room;

    public DeskOnStage Author => author;

    public DeskOnStage Reader => reader;

    /// <summary>Until it is told to stop. What a killed desk left unanswered may have been taken or not.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        using var door = author.Door();
        while (!stop.IsCancellationRequested)
        {
            var text = $"{author.Folder} in {room[..4]}, no. {said.Count + 1}";
            said.Add((text, await door.SayAsync(room, Encoding.UTF8.GetBytes(text))));
            // A person thinks between two sentences; and a dead desk is opened again soon.
            await Task.Delay(PauseMilliseconds, CancellationToken.None);
        }
    }

    /// <summary>Whether all that was taken has arrived by now.</summary>
    public async Task<bool> HasArrivedAsync()
    {
        var heard = await HeardAsync();
        return said.Where(one => one.IsTaken).All(one => heard.Contains(one.Text));
    }

    public async Task<Toll> CompareAsync()
    {
        var heard = await HeardAsync();
        var lost = said.Count(one => one.IsTaken && !heard.Contains(one.Text));
        var doubled = heard.Count - heard.Distinct().Count() + heard.Count(text => said.All(one => one.Text != text));
        var numbers = heard.Select(text => said.FindIndex(one => one.Text == text)).ToList();
        var reordered = numbers.Zip(numbers.Skip(1)).Count(pair => pair.First > pair.Second);
        return new(0, Taken, lost, doubled, reordered, 0);
    }

    // In the author's own order, which the transcript has whatever overtook what on the way.
    private async Task<List<string>> HeardAsync() => [.. (await reader.ReadAsync(room))
        .Where(message => !message.IsOurs).OrderBy(message => message.Number).Select(message => message.Text)];
}
