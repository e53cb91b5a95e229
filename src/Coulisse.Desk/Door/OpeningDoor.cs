using Coulisse.Desk.Rooms;
using Coulisse.Door;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>A new room as a person wants it, of both sides or of our own: looked at first, or asked for.</summary>
internal sealed class OpeningDoor(OpenDesk desk)
{
    internal static void Map(WebApplication door, OpenDesk desk, Func<Func<HttpContext, Task>, RequestDelegate> guard)
    {
        var opening = new OpeningDoor(desk);
        door.MapPost("/rooms/try", guard(async context =>
            await opening.LookAsync(context, await opening.BothSidesAsync(context))));
        door.MapPost("/rooms", guard(async context =>
            await opening.AskAsync(context, await opening.BothSidesAsync(context))));
        door.MapPost("/caucus/try", guard(async context =>
            await opening.LookAsync(context, await opening.OwnSideAsync(context))));
        door.MapPost("/caucus", guard(async context =>
            await opening.AskAsync(context, await opening.OwnSideAsync(context))));
    }

    /// <param name="on">The line; null at home.</param>
    /// <param name="with">Who is asked.</param>
    /// <param name="asked">For what.</param>
    private sealed class Wanted(LineAtDesk? on, Sealed<Accreditation> with, DeskEvent.RoomProposed asked)
    {
        internal LineAtDesk? On => on;

        internal Sealed<Accreditation> With => with;

        internal DeskEvent.RoomProposed Asked => asked;

        internal DeskCore Place(DeskCores both) => on is null ? both.Home : both.Of(on.Log)!;
    }

    // What would be asked for: nothing is.
    private async Task LookAsync(HttpContext context, Wanted wanted)
    {
        var (why, who) = await desk.AskBothAsync(both => (wanted.Place(both).RefusalOf(wanted.Asked),
            desk.At(wanted.Place(both)).Person(wanted.With)), context.RequestAborted);
        if (why is { } refused)
            throw new Refusal(ExitCode.SaidNo, DoorWords.Of(refused, null), $"desk.{refused}");
        await DoorServer.WriteAsync(context, new(who, TermsTelling.Of(wanted.Asked.Charter.Terms),
            wanted.Asked.Follows?.Room.ToString(), wanted.Asked.Follows?.Why), DoorJson.Default.RoomLookAnswer);
    }

    private async Task AskAsync(HttpContext context, Wanted wanted)
    {
        await (wanted.On is { } line
            ? desk.DoOnAsync(line, wanted.Asked, wanted.Asked.Room, context.RequestAborted)
            : desk.DoAtHomeAsync(wanted.Asked, wanted.Asked.Room, context.RequestAborted));
        await DoorServer.WriteAsync(context, await desk.RoomAsync(wanted.Asked.Room, context.RequestAborted),
            DoorServer.RoomType);
    }

    private async Task<Wanted> BothSidesAsync(HttpContext context)
    {
        var (cancel, asked) = (context.RequestAborted,
            await DoorServer.QuestionAsync(context, DoorJson.Default.RoomQuestion));
        if (asked is not { With: not null } or { Follows: not null, Why: null })
            throw Incomplete();
        var (line, with) = desk.Lines.Asked(asked.With, asked.Line);
        // A room begins with the terms of its line; what is said otherwise may be narrower.
        var ofLine = await desk.AskBothAsync(both => both.Of(line.Log)!.LineCharter?.Charter.Terms.Terms, cancel);
        if (asked.Follows is null && ofLine is null && (asked.Purpose is null || asked.Excluded is null))
            throw Incomplete();
        await desk.DemandAsync(cancel, line.Identity.Accreditation, with);
        var before = asked.Follows is null ? null
            : await desk.RoomAsync(await desk.FindAsync(asked.Follows, cancel), cancel);
        if ((asked.Purpose ?? before?.Purpose ?? ofLine?.Purpose) is null
            || (asked.Excluded ?? before?.Excluded ?? ofLine?.Excluded) is null)
            throw new Refusal(ExitCode.Usage, "The terms of that room are not known here: give them, with --purpose "
                + "and --excluded.");
        var terms = TermsMaking.Of(before?.Terms is { } known ? TermsTelling.CharterOf(known) : ofLine, asked.Purpose,
            asked.Excluded, asked.Terms);
        return new(line, with, new(desk.NewRoom(), with.Content.Subject.Id, terms,
            before is null ? null : new(RoomId.FromHex(before.Room)!.Value, asked.Why ?? "")));
    }

    private static Refusal Incomplete() => new(ExitCode.Usage, "Say with whom, for what, and what is excluded: --with, "
        + "--purpose, --excluded (what is not said is as the terms of the line have it, if there are any); or, of a "
        + "room that takes another's place, with whom, which and why: --with, --follows, --why.");

    private async Task<Wanted> OwnSideAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.RoomQuestion) is not
            { With: not null, Purpose: not null, Follows: null } asked)
            throw new Refusal(ExitCode.Usage, "Say with whom of ours, and for what: --with, --purpose.");
        var (own, with) = (desk.Identity.Accreditation, await desk.FindPersonAsync(asked.With, null, cancel));
        if (with.By.Party != own.By.Party)
            throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.OfAnotherParty, null),
                $"desk.{DeskRefusal.OfAnotherParty}");
        if (with.Content.Subject == own.Content.Subject)
            throw new Refusal(ExitCode.SaidNo, "That is this desk itself. A caucus has somebody else in it.");
        await desk.DemandAsync(cancel, own, with);
        return new(null, with, new(desk.NewRoom(), with.Content.Subject.Id,
            TermsMaking.Of(null, asked.Purpose, asked.Excluded ?? "", asked.Terms)));
    }
}
