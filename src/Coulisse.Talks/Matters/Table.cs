using System.Collections.Immutable;
using Coulisse.Talks.Acts;

namespace Coulisse.Talks.Matters;

/// <summary>All the ways a matter of one kind may go.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Strength">Its acts, the strongest first: of two whose authors had not seen each other's, this one goes
/// first. It is always the more cautious one; neither arrival nor a clock decides.</param>
/// <param name="Moves">The rows.</param>
public sealed record Table(MatterKind Kind, ImmutableArray<ActKind> Strength, ImmutableArray<Move> Moves)
{
    /// <summary>The row for this act at this stage, or null.</summary>
    public Move? At(Stage stage, ActKind act) => Moves.FirstOrDefault(move => move.From == stage && move.Act == act);

    /// <summary>Whether it opens such a matter.</summary>
    public bool OpensWith(ActKind act) => At(Stage.Nothing, act) is not null;

    /// <summary>Nothing that could still be done moves it away from this stage.</summary>
    public bool EndsIn(Stage stage) => !Moves.Any(move => move.From == stage && move.To != stage && !move.IsLate);
}
