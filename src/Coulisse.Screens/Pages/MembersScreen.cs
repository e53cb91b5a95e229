using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace Coulisse.Screens.Pages;

/// <summary>Who is in a room and on which terms, what is proposed of both, and leaving it. Nothing is done with one
/// press.</summary>
public abstract class MembersScreen : Asking
{
    private const int FileBytesMax = 120 * 1024;

    private string? accreditation;

    /// <summary>What a person has begun on this screen.</summary>
    protected enum Step
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>Somebody is to be proposed.</summary>
        Invite,

        /// <summary>Other terms are to be proposed.</summary>
        Amend,

        /// <summary>Something of ours is to be taken back.</summary>
        Withdraw,

        /// <summary>A colleague is to go, or is to be recalled.</summary>
        Out,

        /// <summary>This desk is to leave.</summary>
        Leave,
    }

    private protected Filled filled = new();

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>The room's name, or its first digits.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>The room as the desk told it last; null if there is none.</summary>
    protected RoomAnswer? Room => Line.Room(Name) ?? Line.Caucus(Name);

    /// <summary>Whether only our side is in it.</summary>
    protected bool IsOwnSide => Room?.IsOwnSide == true;

    /// <summary>What was begun.</summary>
    protected Step Begun { get; private set; }

    /// <summary>Whether what was begun is shown whole, before it is done.</summary>
    protected bool IsLooked { get; set; }

    /// <summary>Which proposal it is about.</summary>
    protected ulong Number { get; private set; }

    /// <summary>Who it is about.</summary>
    protected PersonAnswer? Whom { get; private set; }

    /// <summary>The name of the file that says who it is about; null if none was chosen.</summary>
    protected string? FileName { get; private set; }

    /// <summary>Why.</summary>
    protected string Because { get; set; } = "";

    /// <summary>Everybody who could be proposed: known here and not in the room.</summary>
    protected IReadOnlyList<PersonAnswer> Others => Room is not { } room || Line.Latest?.People is not { } people ? []
        : [.. people.Where(one => (one.IsOurs || !IsOwnSide)
            && room.Members.All(member => member.Person.Desk != one.Desk))];

    /// <summary>The terms as they would be.</summary>
    protected TermsAnswer Wanted => Terms.Of(filled, Room?.Terms);

    /// <summary>Whether what was begun can be looked at.</summary>
    protected bool IsWhole => Begun switch
    {
        Step.Invite => Whom is not null || accreditation is not null,
        Step.Amend => filled.IsWhole(Terms.Fields) && (Room?.Terms is not { } now
            || TermsWords.Changed(Speech, now, Wanted).Count > 0),
        _ => true,
    };

    /// <summary>Whether it is asked if what was written is meant for this room.</summary>
    protected bool IsDoubted => Refused?.Asks == DoorQuestion.OtherRoom;

    /// <summary>Begins something.</summary>
    protected void Begin(Step step, ulong number = 0, PersonAnswer? whom = null)
    {
        (Begun, Number, Whom, Because, IsLooked, Refused, Done) = (step, number, whom, "", false, null, null);
        (accreditation, FileName) = (null, null);
        if (step == Step.Amend)
        {
            filled = new();
            if (Room?.Terms is { } terms)
                Terms.Fill(filled, terms);
        }
    }

    /// <summary>Who is proposed.</summary>
    protected void Choose(PersonAnswer whom) => (Whom, accreditation, FileName, Refused) = (whom, null, null, null);

    /// <summary>Somebody who is not known here, by the file of their accreditation.</summary>
    protected async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        (Whom, accreditation, FileName, Refused) = (null, await ReadAsync(chosen), chosen.File.Name, null);
    }

    /// <summary>Does what was begun; what is doubted, once it was said that it is meant for here.</summary>
    protected async Task DoAsync(bool isMeant)
    {
        if (Room is not { } room || await AskAsync(() => Asked(room, isMeant), "consent.in-doubt") is null)
            return;
        var done = Begun;
        Begin(Step.None);
        Done = L[done switch
        {
            Step.Invite => IsOwnSide ? "members.asked-in" : "members.proposed",
            Step.Amend => IsOwnSide ? "members.changed" : "members.proposed",
            Step.Withdraw => "members.withdrawn",
            Step.Out => "members.put-out",
            _ => "members.left",
        }];
    }

    /// <summary>An order of our party's seal was chosen.</summary>
    protected async Task BringAsync(InputFileChangeEventArgs chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var file = await ReadAsync(chosen);
        if (await AskAsync(() => Desk.BringOrderAsync(file, Gone), "consent.in-doubt") is not null)
            Done = L["members.brought"];
    }

    /// <summary>Asks our party for this desk's place again; the request is saved as a file.</summary>
    protected async Task ReplaceAsync()
    {
        if (Room is { } room && await AskAsync(() => Desk.ReplaceAsync(room, Gone), "consent.in-doubt") is
            { File: { } file, Name: { } name })
            await Browser.InvokeVoidAsync("coulisse.save", Gone, name, file);
    }

    /// <summary>Waits for our party's order no longer.</summary>
    protected async Task GiveUpAsync()
    {
        if (Room is { } room)
            await AskAsync(() => Desk.GiveUpAsync(room, Gone), "consent.in-doubt");
    }

    private Task<Answer<RoomAnswer>> Asked(RoomAnswer room, bool isMeant) => Begun switch
    {
        Step.Invite => Desk.InviteAsync(room, new(Whom?.Desk, null, Because.Trim(), accreditation), isMeant, Gone),
        Step.Amend => Desk.AmendAsync(room, new(Wanted.Purpose, Wanted.Excluded, Because.Trim(),
            Terms.Further(filled)), isMeant, Gone),
        Step.Withdraw => Desk.WithdrawAsync(room, new(Number, Because.Trim()), isMeant, Gone),
        Step.Out => Desk.PutOutAsync(room, new(Whom!.Desk, null, Because.Trim()), Gone),
        _ => Desk.LeaveAsync(room, Gone),
    };

    private async Task<string> ReadAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > FileBytesMax)
            return ""; // the desk says that it is none
        using var text = new StreamReader(chosen.File.OpenReadStream(FileBytesMax, Gone));
        return await text.ReadToEndAsync(Gone);
    }
}
