namespace Coulisse.World.Days;

/// <summary>What the days of a campaign hold together.</summary>
public sealed class Toll
{
    public int Days { get; private set; }

    public int Messages { get; private set; }

    public int Commits { get; private set; }

    public int Faults { get; private set; }

    public int Crashes { get; private set; }

    public int Violations { get; private set; }

    /// <summary>Days in which too little happened.</summary>
    public int Thin { get; private set; }

    public bool IsGood => Days > 0 && Violations == 0 && Thin == 0;

    public void Add(DayReport day)
    {
        ArgumentNullException.ThrowIfNull(day);
        Days++;
        Messages += day.Messages;
        Commits += day.Commits;
        Faults += day.Faults;
        Crashes += day.Crashes;
        Violations += day.Violation is null ? 0 : 1;
        Thin += day.Violation is null && day.IsThin ? 1 : 0;
    }

    public override string ToString() => $"days {Days}, messages {Messages}, commits {Commits}, faults {Faults}, "
        + $"crashes {Crashes}, violations {Violations}" + (Thin > 0 ? $" ({Thin} days too thin to say anything)" : "");
}
