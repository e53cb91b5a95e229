using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;

namespace Coulisse.Wire.Credence;

/// <summary>Recalls that somebody was given as files: each counts against its own party's accreditations only, by
/// whichever of the party's recognised seals it was signed.</summary>
public sealed class KnownRecalls
{
    private readonly HashSet<(string Party, Opaque Accreditation)> recalled;

    private KnownRecalls(IEnumerable<Sealed<Recall>> recalls) =>
        recalled = [.. recalls.Select(one => (one.By.Party, one.Content.Accreditation))];

    /// <summary>None.</summary>
    public static KnownRecalls None { get; } = new([]);

    /// <summary>Those by seals that count here.</summary>
    public static KnownRecalls Of(IEnumerable<Sealed<Recall>> recalls, RecognisedSeals seals)
    {
        ArgumentNullException.ThrowIfNull(recalls);
        ArgumentNullException.ThrowIfNull(seals);
        return new(recalls.Where(one => seals.Accepts(one.By)));
    }

    /// <summary>Whether its party took an accreditation back.</summary>
    public bool Has(Sealed<Accreditation> accreditation)
    {
        ArgumentNullException.ThrowIfNull(accreditation);
        return recalled.Contains((accreditation.By.Party, accreditation.Entry.Hash()));
    }
}
