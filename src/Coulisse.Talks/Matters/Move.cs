using Coulisse.Talks.Acts;

namespace Coulisse.Talks.Matters;

/// <summary>One row of the tables in <see cref="Moves"/>.</summary>
/// <param name="From">Where the matter stands.</param>
/// <param name="Act">What is said.</param>
/// <param name="By">Whose it is to say.</param>
/// <param name="Needs">What their mandate has to allow.</param>
/// <param name="To">Where the matter stands then.</param>
public sealed record Move(Stage From, ActKind Act, Who By, Right Needs, Stage To)
{
    /// <summary>Whether it tells what had been done already when the matter ended: nothing is open for its
    /// sake.</summary>
    public bool IsLate { get; init; }
}
