using System.Text;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>The classes that share one evening, one after the other.</summary>
[CollectionDefinition(nameof(Evening))]
public sealed class TheEvening : ICollectionFixture<Evening>;

/// <summary>Those that share another one, beside it: most of an evening is waiting.</summary>
[CollectionDefinition(nameof(NextEvening))]
public sealed class NextEvening : ICollectionFixture<Evening>;

/// <summary>Two stations and three desks, all of them processes.</summary>
public sealed class Evening : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-evening-");

    public TwoParties Parties { get; private set; } = null!;

    public DeskOnStage Adviser => Parties.A.Desks[0];

    public DeskOnStage Secretary => Parties.B.Desks[0];

    public DeskOnStage Envoy => Parties.B.Desks[1];

    public string Folder => folder.FullName;

    public async ValueTask InitializeAsync()
    {
        Parties = await PreparedParties.LendAsync(folder.FullName);
        await Parties.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Parties.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>A room of the adviser's with one of the others, open at both ends.</summary>
    public async Task<string> OpenAsync(DeskOnStage with)
    {
        var room = await Adviser.OpenRoomAsync(with.Office, "To keep the line open", "Settling the conflict");
        await Adviser.OpensWithAsync(with, room);
        return room;
    }

    /// <summary>What a desk has of a room by the other side, once it is so many.</summary>
    public async Task<string[]> HeardAsync(DeskOnStage desk, string room, int count)
    {
        string[] heard = [];
        for (var patience = 0; patience < 100 && heard.Length < count; patience++)
        {
            await Task.Delay(patience == 0 ? 0 : 200);
            heard = [.. (await desk.ReadAsync(room)).Where(message => !message.IsOurs).Select(message => message.Text)];
        }
        return heard;
    }

    public static byte[] Bytes(string words) => Encoding.UTF8.GetBytes(words);
}
