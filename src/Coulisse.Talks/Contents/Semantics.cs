namespace Coulisse.Talks.Contents;

/// <summary>How parts that lie side by side belong together.</summary>
public enum Semantics
{
    /// <summary>The same in several forms or languages.</summary>
    ChooseOne = 0,

    /// <summary>One thing, made of all of them.</summary>
    SingleUnit = 1,

    /// <summary>Each for itself.</summary>
    ProcessAll = 2,
}
