namespace Coulisse.Signals.Items;

/// <summary>What an item is; the values stand in the file.</summary>
public enum ItemKind
{
    /// <summary>What a party says in the open, signed by its seal.</summary>
    Statement = 1,

    /// <summary>An editor's account of the talks, with its claims.</summary>
    Report = 2,
}
