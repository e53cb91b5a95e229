namespace Coulisse.Desk;

/// <summary>What a desk knows of its own station from calling it.</summary>
public enum OurStation
{
    /// <summary>It was not reached when it was last called.</summary>
    Away,

    /// <summary>It answers, and cannot write down what it is given.</summary>
    CannotStore,

    /// <summary>It answers.</summary>
    There,
}
