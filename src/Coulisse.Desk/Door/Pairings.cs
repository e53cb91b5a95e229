namespace Coulisse.Desk.Door;

/// <summary>The pairing of the line that a person means, among those of an open desk.</summary>
internal sealed class Pairings(IReadOnlyList<(LineAtDesk Line, PairingDoor Door)> lines)
{
    /// <summary>Does something with it: of the line in the query, or the first.</summary>
    internal Func<HttpContext, Task> With(OpenDesk desk, Func<PairingDoor, HttpContext, Task> work) => context =>
    {
        var meant = desk.Lines.Meant(context.Request.Query["line"]);
        return work(lines.First(one => one.Line == meant).Door, context);
    };
}
