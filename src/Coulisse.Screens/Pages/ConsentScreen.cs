using Coulisse.Door;
using Coulisse.Screens.Desks;
using Coulisse.Screens.Drawing;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Screens.Pages;

/// <summary>What a person is asked: exactly what would change. Nothing is done with one press.</summary>
public abstract class ConsentScreen : Watching
{
    /// <summary>What is asked and what was typed, of the one question that is being answered.</summary>
    private protected (ulong Number, bool IsYes)? sure;

    /// <summary>Why it is declined.</summary>
    private protected string reason = "";

    /// <summary>Why it was not done.</summary>
    private protected RefusedAnswer? refusal;

    /// <summary>What was done.</summary>
    private protected string? told;

    /// <summary>Whether the desk is being asked.</summary>
    private protected bool isActing;

    /// <summary>The room's name, or its first digits.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>The room as the desk told it last; null if there is none.</summary>
    protected RoomAnswer? Room => Line.Room(Name) ?? Line.Caucus(Name);

    /// <summary>One question; 0 is the number of the one whether the room is to be.</summary>
    private protected sealed record Question(ulong Number, string Key, PersonAnswer? Whom, TermsAnswer? Terms,
        string Reason, bool IsChange, DateTimeOffset? Since = null);

    private protected static IEnumerable<Question> Questions(RoomAnswer room)
    {
        if (Duty.Of(room) is "duty.invited" or "duty.opening" or "duty.conferred")
            yield return new(0, Duty.Of(room)!, null, room.Terms, room.Follows?.Why ?? "", IsChange: false);
        foreach (var one in Duty.Proposals(room))
            yield return new(one.Number, one.Terms is null ? "duty.person" : "duty.terms", one.Whom, one.Terms,
                one.Reason, IsChange: true, one.Since);
    }

    private protected void Ask(ulong number, bool isYes) =>
        (sure, reason, refusal, told) = ((number, isYes), "", null, null);

    /// <summary>Whether it is asked if the reason is meant for this room.</summary>
    protected bool IsDoubted => refusal?.Asks == DoorQuestion.OtherRoom;

    private protected Task YesAsync(Question what) => DoAsync(room => what.Key is "duty.invited" or "duty.conferred"
        ? Desk.AcceptAsync(room, Gone) : Desk.ConsentAsync(room, Of(what, ""), isMeant: false, Gone),
        "consent.said-yes");

    private protected Task NoAsync(Question what, bool isMeant) =>
        DoAsync(room => Desk.DeclineAsync(room, Of(what, reason.Trim()), isMeant, Gone), "consent.said-no");

    private static ActQuestion Of(Question what, string reason) => new(what.Number == 0 ? null : what.Number, reason);

    private async Task DoAsync(Func<RoomAnswer, Task<Answer<RoomAnswer>>> act, string done)
    {
        if (isActing || Room is not { } room)
            return;
        (isActing, refusal, told) = (true, null, null);
        try
        {
            var answer = await act(room);
            refusal = answer switch
            {
                Answer<RoomAnswer>.Refused refused => refused.Why,
                Answer<RoomAnswer>.Given => null,
                _ => new(L["consent.in-doubt"], Reason.Own),
            };
            (sure, told) = (IsDoubted ? sure : null, refusal is null ? L[done] : null);
        }
        finally
        {
            isActing = false;
        }
    }
}
