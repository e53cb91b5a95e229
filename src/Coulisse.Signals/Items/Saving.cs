namespace Coulisse.Signals.Items;

/// <summary>What became of words that an editor sent to be kept.</summary>
public abstract record Saving
{
    private Saving() { }

    /// <summary>Kept, under this number.</summary>
    public sealed record Saved(int Number) : Saving;

    /// <summary>Not kept: somebody saved meanwhile, and this is what stands there now.</summary>
    public sealed record Overtaken(EditionVersion Now) : Saving;

    /// <summary>Not kept: a machine's words never replace those that people answer for, nor the original.</summary>
    public sealed record PeoplesWordsStand : Saving;

    /// <summary>Not kept: the item has as many languages as it may.</summary>
    public sealed record TooManyEditions : Saving;

    /// <summary>Not kept: there is no such item, or it was withdrawn.</summary>
    public sealed record Closed : Saving;
}
