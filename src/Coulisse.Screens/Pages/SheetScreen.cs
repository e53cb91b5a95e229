using System.Text.Json;
using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Screens.Pages;

/// <summary>What a person fills in to do an act; what the desk would then say, before it says it. What was filled in is
/// kept in the desk, as words that were begun are.</summary>
public abstract class SheetScreen : Watching
{
    private const int ReadBackWithin = 120;

    /// <summary>What is typed in one breath is kept once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(400);

    private Task keeping = Task.CompletedTask;

    /// <summary>What was begun, as the desk keeps it.</summary>
    private sealed record Begun(string Kind, ulong? To, string Language, Filled Filled);

    /// <summary>A sheet that is to be found filled in when its act is begun, as the desk keeps it.</summary>
    internal static string Prepared(string kind, string language, Filled filled) =>
        JsonSerializer.Serialize(new Begun(kind, null, language, filled));

    private protected Filled filled = new();

    /// <summary>In which language it is written.</summary>
    protected string Language { get; set; } = "en";

    /// <summary>What would be said; null while it is filled in.</summary>
    protected ActAnswer? Look { get; private set; }

    /// <summary>Why it would not be, or was not, said.</summary>
    protected RefusedAnswer? Refused { get; private set; }

    /// <summary>Whether it is not known if the desk has taken it.</summary>
    protected bool IsInDoubt { get; private set; }

    /// <summary>What is asked before it is said here.</summary>
    protected DoorQuestion? Asked { get; private set; }

    /// <summary>The other room that is doubted.</summary>
    protected string? Like { get; private set; }

    /// <summary>Whether only our side reads it.</summary>
    protected bool IsOwnSide => Room.IsOwnSide == true;

    /// <summary>Whether the desk is being asked.</summary>
    protected bool IsActing { get; private set; }

    /// <summary>Where.</summary>
    [Parameter, EditorRequired] public RoomAnswer Room { get; set; } = null!;

    /// <summary>Which act.</summary>
    [Parameter, EditorRequired] public WantedAct Act { get; set; } = null!;

    /// <summary>Told when it was said, with its message, or when it is given up.</summary>
    [Parameter] public EventCallback<MessageAnswer?> Done { get; set; }

    private protected IReadOnlyList<SheetField> Fields => Sheets.Of(Act.Kind);

    /// <summary>Whether it can be looked at.</summary>
    protected bool IsWhole => filled.IsWhole(Fields);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Language = L.Code;
        filled = SheetStart.Of(Act, Language);
        if (await Desk.SheetAsync(Room.Room, Gone) is Answer<DraftAnswer>.Given { Value.Text: { Length: > 0 } kept }
            && JsonSerializer.Deserialize<Begun>(kept) is { } begun
            && (begun.Kind, begun.To) == (Act.Kind, Act.To) && Act.Quote is null)
            (filled, Language) = (begun.Filled, begun.Language);
        if (Fields.Count == 0)
            await LookAsync();
    }

    /// <summary>Something was typed or chosen.</summary>
    protected void Typed()
    {
        (Refused, Asked) = (null, null);
        if (keeping.IsCompleted)
            keeping = KeepAsync();
    }

    /// <summary>Asks the desk what it would say.</summary>
    protected Task LookAsync() => AskAsync(async () =>
    {
        switch (await Desk.TryAsync(Room, Question(isHere: true), Gone))
        {
            case Answer<ActAnswer>.Given given:
                Look = given.Value;
                break;
            case Answer<ActAnswer>.Refused refused:
                Refused = refused.Why;
                break;
            default:
                Refused = new(L["sheet.no-desk"], Reason.Own);
                break;
        }
    });

    /// <summary>Back to filling in.</summary>
    protected void Change() => (Look, Refused, Asked) = (null, null, null);

    /// <summary>Says it.</summary>
    protected Task SayAsync(bool isMeant) => AskAsync(async () =>
    {
        switch (await Desk.DoAsync(Room, Question(isMeant || Fields.Count == 0), Gone))
        {
            case Answer<MessageAnswer>.Given given:
                await keeping;
                await Desk.KeepSheetAsync(Room.Room, "", Gone);
                await Done.InvokeAsync(given.Value);
                break;
            case Answer<MessageAnswer>.Refused { Why: { Asks: { } question, Room: var like } }:
                (Asked, Like) = (question, like);
                break;
            case Answer<MessageAnswer>.Refused refused:
                Refused = refused.Why;
                break;
            default:
                IsInDoubt = true;
                break;
        }
    });

    /// <summary>Gives it up; nothing of it is kept.</summary>
    protected async Task LeaveAsync()
    {
        await keeping;
        if (Fields.Count > 0)
            await Desk.KeepSheetAsync(Room.Room, "", Gone);
        await Done.InvokeAsync(null);
    }

    private async Task AskAsync(Func<Task> ask)
    {
        if (IsActing)
            return;
        (IsActing, Refused, Asked, IsInDoubt) = (true, null, null, false);
        try
        {
            await ask();
        }
        finally
        {
            IsActing = false;
        }
    }

    private TalkQuestion Question(bool isHere) => new(Act.Kind, Act.To,
        filled["language"] is { Length: > 0 } tongue ? tongue : Language, filled.Text(Fields),
        int.TryParse(filled["answer-by"], out var minutes) ? minutes : ReadBackWithin, "routine", isHere,
        Act.In ?? Perhaps("room"), Perhaps("of"), About, Language);

    // Other words than those that were marked are looked for from the beginning.
    private MarkedWords? About => Fields.FirstOrDefault(one => one.Form == FieldForm.Quote) is not { } quote ? null
        : filled[quote.Name].Trim() is var words && words == Act.Quote?.Words ? Act.Quote : new(words, 1);

    private string? Perhaps(string name) => filled[name] is { Length: > 0 } chosen ? chosen : null;

    private async Task KeepAsync()
    {
        await Task.Delay(Breath, Time, Gone);
        await Desk.KeepSheetAsync(Room.Room,
            JsonSerializer.Serialize(new Begun(Act.Kind, Act.To, Language, filled)), Gone);
    }
}
