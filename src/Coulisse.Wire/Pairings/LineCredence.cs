using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Pairings;

/// <summary>
/// What a station and its desks know of a line's two parties: the own seal, given by hand, the letters of both sides,
/// and the own seal's recognition of the other. Files in any order; nothing that the own seal does not vouch for
/// counts.
/// </summary>
public sealed record LineCredence
{
    private LineCredence(
        RecognisedSeals seals, IReadOnlyList<Sealed<Letter>> own, IReadOnlyList<Sealed<Letter>> other) =>
        (Seals, OwnLetters, OtherLetters) = (seals, own, other);

    /// <summary>The own seal and the other's.</summary>
    public RecognisedSeals Seals { get; }

    /// <summary>The own party's letters, the present one last.</summary>
    public IReadOnlyList<Sealed<Letter>> OwnLetters { get; }

    /// <summary>The other party's letters by recognised seals, the present one last.</summary>
    public IReadOnlyList<Sealed<Letter>> OtherLetters { get; }

    /// <summary>The line's parties.</summary>
    public LineParties Parties => LineParties.Of(Seals.Own.Party, Seals.Other!.Party);

    /// <summary>The own side.</summary>
    public Side Own => Parties.SideOf(Seals.Own.Party)!.Value;

    /// <summary>The own station, as the other side knows it.</summary>
    public Sealed<Accreditation> OwnStation => OwnLetters[^1].Content.Station;

    /// <summary>The other party's station.</summary>
    public Sealed<Accreditation> OtherStation => OtherLetters[^1].Content.Station;

    /// <summary>The keys with which a side's station endorses, or has endorsed: of all its letters. None is ever taken
    /// away, not by a recall either, for two desks of a side would then part over one handshake; what came under a
    /// recalled station's keys is kept out at the stations.</summary>
    public IReadOnlyList<SignaturePublicKey> EndorsementsOf(Side side) =>
        [.. (side == Own ? OwnLetters : OtherLetters).Select(letter => letter.Content.Station.Content.SignatureKey)
            .Distinct()];

    /// <summary>Puts together what was given.</summary>
    public static LineCredenceReading From(PartyMark own, IEnumerable<Sealed<Letter>> letters,
        IEnumerable<Sealed<Recognition>> recognitions)
    {
        ArgumentNullException.ThrowIfNull(letters);
        ArgumentNullException.ThrowIfNull(recognitions);
        var all = letters.ToList();
        var ours = InOrder(all.Where(letter => letter.By == own));
        if (ours.Count == 0)
            return Missing(LineCredenceGap.OwnLetter);
        var seals = RecognisedSeals.Only(own);
        foreach (var one in recognitions.Where(one => one.By == own).OrderBy(one => one.Number))
            seals = seals.After(one) ?? seals;
        if (seals.Other is not { } other)
            return Missing(LineCredenceGap.Recognition);
        var theirs = seals.Others.SelectMany(mark => InOrder(all.Where(letter => letter.By == mark))).ToList();
        return theirs.Count > 0 && theirs[^1].By == other
            ? new LineCredenceReading.Whole(new(seals, ours, theirs))
            : Missing(LineCredenceGap.OtherLetter);
    }

    private static List<Sealed<Letter>> InOrder(IEnumerable<Sealed<Letter>> letters) =>
        [.. letters.DistinctBy(letter => letter.Number).OrderBy(letter => letter.Number)];

    private static LineCredenceReading.Incomplete Missing(LineCredenceGap gap) => new(gap);
}
