using Coulisse.Talks.Parties;

namespace Coulisse.Talks.Rooms;

/// <summary>Two opposite numbers.</summary>
/// <param name="OfA">The delegate of A.</param>
/// <param name="OfB">The delegate of B.</param>
/// <param name="IsSaidByA">A says so.</param>
/// <param name="IsSaidByB">B says so.</param>
public sealed record CounterpartPair(DelegateId OfA, DelegateId OfB, bool IsSaidByA, bool IsSaidByB)
{
    /// <summary>Both sides say so; else it is one side's word.</summary>
    public bool IsSettled => IsSaidByA && IsSaidByB;
}
