using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Screens.Pages;

/// <summary>What our side says among itself: remarks where they belong, votes, dissent, drafts that wait for approval,
/// rules, and the talk itself. All that is done here is asked of the desk under an address at which it refuses rooms
/// that the other side reads.</summary>
public abstract class CaucusScreen : TranscriptScreen
{
    // What is opened by itself, in the order in which it is offered.
    private protected static readonly string[] Begun = ["ApprovalAsked", "DissentRecorded", "RuleSet"];

    private WantedAct? started;

    [Inject]
    private NavigationManager Places { get; set; } = null!;

    /// <summary>Which.</summary>
    [Parameter, EditorRequired] public RoomAnswer Caucus { get; set; } = null!;

    /// <summary>The room of both sides that stands beside it; null if it stands alone.</summary>
    [Parameter] public RoomAnswer? About { get; set; }

    /// <summary>What was begun elsewhere on the screen.</summary>
    [Parameter] public WantedAct? Started { get; set; }

    /// <summary>The message to show, by its order.</summary>
    [Parameter] public long? Show { get; set; }

    /// <inheritdoc/>
    protected override RoomAnswer? Room => Caucus;

    /// <summary>Why something was not done.</summary>
    protected RefusedAnswer? Refused { get; private set; }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        if (Started is { } act && !ReferenceEquals(act, started))
            Begin(started = act);
        return Show is { } at and > 0 && Messages is null ? ShowAsync((ulong)at, isAtEnd: false) : OnToldAsync();
    }

    /// <inheritdoc/>
    protected override void Begin(WantedAct act)
    {
        Refused = null;
        base.Begin(act);
    }

    /// <summary>The remarks, by what they are about: those about the room beside it first.</summary>
    private protected IEnumerable<IGrouping<(string Room, ulong Order, string Words), RemarkAnswer>> Threads =>
        (Talk?.Remarks ?? []).GroupBy(one => (one.On?.Room ?? "", one.On?.Order ?? 0, one.Subject))
            .OrderBy(one => one.Key.Item1 == About?.Room ? 0 : 1)
            .ThenByDescending(one => one.Max(remark => remark.Number));

    /// <summary>The matters of a kind, the latest first.</summary>
    private protected IEnumerable<MatterAnswer> Of(string kind) =>
        (Talk?.Matters ?? []).Where(one => one.Kind == kind).Reverse();

    /// <summary>The rooms into which approved words can be put: the one that they are for.</summary>
    private protected IEnumerable<RoomAnswer> Into(MatterAnswer approval) => (Line.Latest?.Rooms ?? [])
        .Where(room => room.Status == "Open" && room.Room == Field(approval, "room")?.Text);

    /// <summary>A field of the act that opened a matter.</summary>
    private protected static FieldAnswer? Field(MatterAnswer matter, string name) =>
        matter.Steps[0].Act.Fields?.FirstOrDefault(field => field.Name == name);

    /// <summary>The room that a message stands in, of whichever kind.</summary>
    private protected RoomAnswer? RoomOf(string name) => Line.Room(name) ?? Line.Caucus(name);

    /// <summary>Votes; of several votes the last counts.</summary>
    private protected async Task VoteAsync(RemarkAnswer remark, string value)
    {
        var answer = await Desk.DoAsync(Caucus,
            new("RemarkVoted", remark.Number, "en", value, 0, "routine", IsHere: true), Gone);
        Refused = answer switch
        {
            Answer<MessageAnswer>.Given => null,
            Answer<MessageAnswer>.Refused refused => refused.Why,
            _ => new(L["sheet.no-desk"], Reason.Own),
        };
        await OnToldAsync();
    }

    /// <summary>Puts approved words as a draft into the room beside it, where a person says them or does not.</summary>
    private protected async Task CarryAsync(MatterAnswer approval, RoomAnswer into)
    {
        var words = approval.Steps[0].Act.Fields?.FirstOrDefault(field => field.Name == "draft")?.Words?[0].Text ?? "";
        if (await Desk.DraftAsync(into.Room, Gone) is Answer<DraftAnswer>.Given { Value.Text: { Length: > 0 } begun }
            && begun != words)
        {
            Refused = new(L["own.draft-there"], Reason.Own);
            return;
        }
        if (await Desk.KeepDraftAsync(into.Room, words, Gone) is Answer<DraftAnswer>.Given)
            Places.NavigateTo(Place.Of(into));
    }
}
