using System.Globalization;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;

namespace Coulisse.Desk.Door;

/// <summary>That a desk of the own side keeps what was said from being dropped: how much, since when, and what to
/// do.</summary>
internal static class SilentDesk
{
    /// <param name="behind">What the station says of it.</param>
    /// <param name="who">Whose desk it is; null if no accreditation here says.</param>
    /// <param name="now">What this machine's clock says.</param>
    internal static string Of(DeskBehind behind, Sealed<Accreditation>? who, DateTimeOffset now)
    {
        var name = who is null ? $"A desk of ours, {behind.Desk.ToString()[..8]}," : Telling.NameOf(who);
        var much = behind.Entries == 0 ? "something" : string.Create(CultureInfo.InvariantCulture,
            $"some {behind.Entries} entries");
        var heard = HeardAt(behind);
        var silence = now - heard;
        var since = silence < DeskBehind.SilentAfter ? "" : string.Create(CultureInfo.InvariantCulture,
            $" and was not heard of since {heard:yyyy-MM-dd HH:mm} UTC");
        return $"{name} has {much} to read{since}; until it has, that fills both stations. "
            + (silence >= DeskBehind.GoneAfter
                ? "After thirty days of silence its own side takes it out: have its accreditation recalled, and its "
                    + "leaves ordered out of their rooms."
                : "Open it; if it will not come back, have its accreditation recalled, and its leaves ordered out of "
                    + "their rooms.");
    }

    // What a station says is taken for what it is: a number that is no date is the last one.
    private static DateTimeOffset HeardAt(DeskBehind behind) => DateTimeOffset.FromUnixTimeSeconds(
        (long)Math.Min(behind.Heard, (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
}
