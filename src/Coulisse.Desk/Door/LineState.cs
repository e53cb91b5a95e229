using Coulisse.Wire.Desks;

namespace Coulisse.Desk.Door;

/// <summary>
/// How the line is, always with a reason, and never more than is known: what the desk sees itself, and what its own
/// station says.
/// </summary>
internal static class LineState
{
    /// <summary>In a word, in a sentence, and by the name of its cause; and how many entries or desks it is
    /// about.</summary>
    internal static (string State, string Words, string Cause, ulong Number) Of(
        OurStation station, LineNews? news) => (station, news) switch
        {
            (OurStation.Away, _) => ("our station unreachable",
                "Our station is not reached from this desk; what is written here waits "
                + "and goes when it is. Of the other side nothing can be said.", "our-station-away", 0),
            (OurStation.CannotStore, not { IsFrozen: true }) => ("degraded", "Our station cannot write down what it is "
                + "given: its disk is full, or fails. What is written here is kept here and goes when it can; its "
                + "keeper must make room on that disk, or see to it.", "our-station-disk", 0),
            (_, null) => ("unknown", "Our station is there, and has not said how the line is.", "untold", 0),
            (_, { IsFrozen: true }) => ("frozen", "Our station says that two histories of the line were found. "
                + "Nothing is taken any more; both are kept as evidence. Have the keepers of both stations talk.",
                "frozen", 0),
            (_, { IsRestoring: true } restoring) => ("restoring", Restoring(restoring), "restoring",
                restoring.Lost),
            (_, { Damaged: > 0 and var damaged }) => ("damaged", $"In our station's file {damaged} entries are not "
                + "what was written: its disk fails, or somebody changed it. They are given to nobody; have the "
                + "keeper of our station put a copy back (coulisse station run --restored).", "damaged", damaged),
            (_, { Contact: LineContact.NotReached } away) => ("their station unreachable", "Our station says that "
                + "theirs is not reached; it goes on trying, and what is written waits there. Whether they cannot or "
                + "will not answer is not known."
                + (away.IsFull ? " As much waits as may: it takes nothing more but what is immediate." : ""),
                away.IsFull ? "their-station-away-full" : "their-station-away", 0),
            (_, { Contact: LineContact.Unknown }) => ("unknown",
                "Our station has just started, and has not heard theirs yet.", "just-started", 0),
            (_, { IsFull: true }) => ("degraded", "Our station takes nothing more but what is immediate: as much as "
                + "the two stations may hold waits to be read. What is written here waits, and goes when desks have "
                + "read. Below is who of ours is far behind; of theirs it is not known.", "full", 0),
            (_, { IsOtherFull: true }) => ("degraded", "Our station holds as much of theirs as it may, and takes "
                + "nothing more of theirs but what is immediate until our desks have read. Below is who of ours is far "
                + "behind.", "other-full", 0),
            (_, { Missing: > 0 and var missing }) => ("degraded",
                $"Our station says that {missing} entries of theirs are known and not here yet.", "missing", missing),
            _ => ("open", "Our station says that it heard theirs a minute or two ago at most, and that nothing "
                + "of theirs is missing.", "open", 0),
        };

    private static string Restoring(LineNews news) => "Our station's file was put back from a copy, or may have been. "
        + "It writes nothing new until it has back what was written after that; what is written here waits. "
        + (news switch
        {
            { Awaited: > 0 } => $"It waits for {news.Awaited} of our desks to say what they keep: open them, or have "
                + "the keeper of our station cut off those that are gone.",
            { Contact: not LineContact.There } => "It waits for their station's answer" + (news.Lost == 0 ? "."
                : $": {news.Lost} entries are known and not back yet, and theirs may have them."),
            { Lost: > 0 } => $"{news.Lost} entries are known and not back yet. If that does not change within some "
                + "minutes, they are lost; the keeper of our station can give them up (coulisse station run "
                + "--give-up-missing).",
            _ => "It waits for their station's answer.",
        });
}
