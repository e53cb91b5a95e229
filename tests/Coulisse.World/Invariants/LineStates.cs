using System.Text;
using Coulisse.Desk;
using Coulisse.Desk.Door;
using Coulisse.Wire.Desks;

namespace Coulisse.World.Invariants;

/// <summary>What a desk calls the state of its line, for everything that it can see itself or be told.</summary>
public static class LineStates
{
    /// <summary>A table, one line for each case; the state is the first column's that fits.</summary>
    public static string Print()
    {
        var text = new StringBuilder("## The line, as a desk tells it\n\n| our station is there | it says | state |\n"
            + "|---|---|---|\n");
        foreach (var (station, says, news) in Cases())
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {Of(station)} | {says} | {LineState.Of(station, news).State} |\n");
        return text.ToString();
    }

    private static IEnumerable<(OurStation Station, string Says, LineNews? News)> Cases()
    {
        yield return (OurStation.Away, "anything", Told(LineContact.There));
        yield return (OurStation.CannotStore, "nothing yet, or anything else", Told(LineContact.There));
        yield return (OurStation.CannotStore, "two histories were found", Told(LineContact.There) with
        {
            IsFrozen = true,
        });
        yield return (OurStation.There, "nothing yet", null);
        foreach (var contact in Enum.GetValues<LineContact>())
        {
            foreach (var what in (int[])[0, 1, 2, 3, 4, 5, 6, 7])
            {
                var news = Told(contact) with
                {
                    IsFrozen = what == 4,
                    IsRestoring = what is 3 or 5,
                    Damaged = what is 2 ? 7UL : 0,
                    Missing = what == 1 ? 7UL : 0,
                    Awaited = what == 5 ? 1U : 0,
                    IsFull = what == 6,
                    IsOtherFull = what == 7,
                };
                yield return (OurStation.There, $"{Of(contact)}; {What[what]}", news);
            }
        }
    }

    private static readonly string[] What =
    [
        "nothing is missing", "entries of theirs are known and not here", "entries in its file are damaged",
        "its file was put back", "two histories were found", "its file was put back, and a desk has not spoken",
        "as much of ours waits as may", "it holds as much of theirs as it may",
    ];

    private static string Of(OurStation station) => station switch
    {
        OurStation.Away => "no",
        OurStation.CannotStore => "yes, and cannot write",
        _ => "yes",
    };

    private static string Of(LineContact contact) => contact switch
    {
        LineContact.There => "theirs was heard",
        LineContact.NotReached => "theirs is not reached",
        _ => "theirs was not heard yet",
    };

    private static LineNews Told(LineContact contact) => new([], [], 0, false, contact, []);
}
