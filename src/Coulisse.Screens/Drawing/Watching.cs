using Coulisse.Languages;
using Coulisse.Screens.Desks;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Screens.Drawing;

/// <summary>A piece of a screen that is drawn anew when the desk tells something.</summary>
public abstract class Watching : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();

    /// <summary>Its token is taken now: what still runs when this is drawn no more asks for it once more.</summary>
    protected Watching() => Gone = gone.Token;

    [Inject]
    private protected LineWatch Line { get; set; } = null!;

    [Inject]
    private protected DeskDoor Desk { get; set; } = null!;

    [Inject]
    private protected Speech Speech { get; set; } = null!;

    [Inject]
    private protected TimeProvider Time { get; set; } = null!;

    /// <summary>The language that is spoken.</summary>
    protected InterfaceLanguage L => Speech.Now;

    /// <summary>Cancelled when this is drawn no more.</summary>
    protected CancellationToken Gone { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Line.Changed -= Hear;
        gone.Cancel();
        gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Line.Changed += Hear;

    /// <summary>The desk told something.</summary>
    protected virtual Task OnToldAsync() => Task.CompletedTask;

    private void Hear() => _ = InvokeAsync(async () =>
    {
        if (gone.IsCancellationRequested)
            return;
        try
        {
            await OnToldAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // drawn no more
        }
    });
}
