using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Desk.Keys;

/// <summary>What lies in a desk's folder of both seals' chains: the entries of every file of credence, and copies of
/// the files in which a seal keeps its chain.</summary>
internal static class FolderChains
{
    /// <summary>The pieces, and a sentence about each file that is passed over.</summary>
    internal static (IReadOnlyList<ChainPiece> Pieces, IReadOnlyList<string> PassedOver) In(
        CredenceFolder folder, LineCredence line)
    {
        var faults = new List<string>();
        var pieces = line.OwnLetters.Concat(line.OtherLetters).SelectMany(OfLetter)
            .Concat(folder.All<Sealed<Accreditation>>(".accreditation").Select(ChainPiece.Of))
            .Concat(folder.All<Sealed<Recognition>>(".recognition").Select(ChainPiece.Of))
            .Concat(folder.All<Sealed<Recall>>(".recall").Select(ChainPiece.Of))
            .Concat(folder.All<Sealed<RoomOrder>>(".order").Select(ChainPiece.Of));
        var whole = Directory.EnumerateFiles(folder.Path, "*.chain").Order(StringComparer.Ordinal)
            .SelectMany(path => OfFile(path, line.Seals, faults)).ToList();
        return ([.. pieces.Concat(whole).Where(piece => line.Seals.Accepts(piece.By))], faults);
    }

    private static IEnumerable<ChainPiece> OfLetter(Sealed<Letter> letter) =>
        letter.Content.Desks.Append(letter.Content.Station).Select(ChainPiece.Of).Append(ChainPiece.Of(letter));

    // Of either party: whoever is given a copy may use it, since all of it is signed.
    private static IEnumerable<ChainPiece> OfFile(string path, RecognisedSeals seals, List<string> faults)
    {
        foreach (var mark in seals.Owns.Concat(seals.Others))
        {
            if (SealChainFile.Open(path, mark.Party, mark.Seal) is not SealChainOpening.Opened { Chain: var chain })
                continue;
            using (chain)
                return [.. chain.Entries.Select(ChainPiece.Of)];
        }
        faults.Add($"{path} is no whole chain of a seal of this line, and was passed over; copy it again from beside "
            + "the seal.");
        return [];
    }
}
