using System.Collections.Immutable;

namespace Coulisse.Wire.Credence;

/// <summary>
/// The seals that a desk accepts: its own party's, given by hand when it was enrolled, and those that this seal
/// recognised after a comparison. Two parties only: a second other party is refused, a later seal of the first is not.
/// </summary>
public sealed record RecognisedSeals
{
    private RecognisedSeals(ImmutableArray<PartyMark> owns, ImmutableArray<PartyMark> others) =>
        (Owns, Others) = (owns, others);

    /// <summary>The own party by each seal it has had, the present one last.</summary>
    public ImmutableArray<PartyMark> Owns { get; }

    /// <summary>The own party by its present seal.</summary>
    public PartyMark Own => Owns[^1];

    /// <summary>The other party by each seal it has had, the present one last.</summary>
    public ImmutableArray<PartyMark> Others { get; }

    /// <summary>The other party by its present seal; null before any recognition.</summary>
    public PartyMark? Other => Others.IsEmpty ? null : Others[^1];

    /// <summary>The own party's alone, whoever else was recognised: what counts in a room of one's own side.</summary>
    public RecognisedSeals WithoutOthers => new(Owns, []);

    /// <summary>Only the own seal.</summary>
    public static RecognisedSeals Only(PartyMark own) => new([own], []);

    /// <summary>
    /// With a later seal of the own party, given by hand as the first was; null when it bears another name or was the
    /// other party's.
    /// </summary>
    public RecognisedSeals? AfterOwn(PartyMark later)
    {
        ArgumentNullException.ThrowIfNull(later);
        if (later == Own)
            return this;
        return later.Party == Own.Party && !Owns.Contains(later) && !Others.Any(other => other.Seal == later.Seal)
            ? new(Owns.Add(later), Others)
            : null;
    }

    /// <summary>
    /// With one more recognition; null when it is not the own seal's, or of a third party, or of another seal of the
    /// other party without naming the one it follows.
    /// </summary>
    public RecognisedSeals? After(Sealed<Recognition> recognition)
    {
        ArgumentNullException.ThrowIfNull(recognition);
        var content = recognition.Content;
        if (!Owns.Contains(recognition.By) || Owns.Any(own => own.Seal == content.Other.Seal))
            return null;
        if (Others.Contains(content.Other))
            return this;
        var follows = Other is null
            ? content.Replaces is null
            : content.Replaces == Other.Seal && content.Other.Party == Other.Party;
        return follows ? new(Owns, Others.Add(content.Other)) : null;
    }

    /// <summary>
    /// Whether something signed by this seal is accepted while processing. Earlier seals are, of both parties: two
    /// desks of one side must not part ways by which of them heard of a succession first. Before acting it is asked
    /// again, by <see cref="IsPresent"/>.
    /// </summary>
    public bool Accepts(PartyMark mark) => Owns.Contains(mark) || Others.Contains(mark);

    /// <summary>Whether this is a party's seal of today.</summary>
    public bool IsPresent(PartyMark mark) => mark == Own || mark == Other;
}
