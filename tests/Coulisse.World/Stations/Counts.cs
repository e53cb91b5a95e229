namespace Coulisse.World.Stations;

/// <summary>What happened in a world, so that a run too thin to mean anything is known as one.</summary>
public sealed class Counts
{
    public int Bundles { get; set; }

    public int Lost { get; set; }

    public int Repeated { get; set; }

    public int Altered { get; set; }

    public int Stops { get; set; }
}
