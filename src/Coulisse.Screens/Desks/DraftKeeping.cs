using Coulisse.Door;

namespace Coulisse.Screens.Desks;

/// <summary>Has the desk keep what is typed for a room, a breath after it is typed.</summary>
/// <param name="desk">Which.</param>
/// <param name="room">For which room.</param>
/// <param name="words">What is typed now; null while it is being said.</param>
/// <param name="time">The clock of the breath.</param>
/// <param name="gone">Cancelled when nobody types any more.</param>
internal sealed class DraftKeeping(
    DeskDoor desk, string room, Func<string?> words, TimeProvider time, CancellationToken gone)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    private Task keeping = Task.CompletedTask;
    private Task<Answer<DraftAnswer>>? onItsWay;

    /// <summary>What the desk has.</summary>
    internal string Kept { get; private set; } = "";

    /// <summary>The key of a phrase about it; null if there is nothing to say of it.</summary>
    internal string? State { get; private set; }

    /// <summary>The desk has this.</summary>
    internal void Take(string text) => (Kept, State) = (text, text.Length == 0 ? null : "composer.kept");

    /// <summary>The desk does not answer.</summary>
    internal void Fail() => State = "composer.not-kept";

    /// <summary>Something was typed.</summary>
    internal Task KeepSoonAsync()
    {
        State = "composer.keeping";
        return keeping.IsCompleted ? keeping = KeepAsync() : keeping;
    }

    /// <summary>What is on its way to the desk has come there.</summary>
    internal Task SettleAsync() => onItsWay ?? Task.CompletedTask;

    private async Task KeepAsync()
    {
        await Task.Delay(Breath, time, gone);
        while (words() is { } now && now != Kept)
        {
            onItsWay = desk.KeepDraftAsync(room, now, gone);
            if (await onItsWay is not Answer<DraftAnswer>.Given)
            {
                Fail();
                return;
            }
            Kept = now;
        }
        Take(Kept);
    }
}
