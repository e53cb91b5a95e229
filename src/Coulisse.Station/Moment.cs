namespace Coulisse.Station;

/// <summary>
/// When something happened, by two clocks. Waiting goes by the steady one; the other is only ever shown, so that a wall
/// clock that is wrong, or jumps, changes nothing.
/// </summary>
/// <param name="Steady">Time since some moment of this process; never goes back.</param>
/// <param name="Wall">What the machine's clock says.</param>
public readonly record struct Moment(TimeSpan Steady, DateTimeOffset Wall);
