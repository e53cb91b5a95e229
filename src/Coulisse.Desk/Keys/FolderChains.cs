using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Desk.Keys;

/// <summary>What lies in a desk's folder of the chains of a line's seals: the entries of every file of credence, and
/// copies of the files in which a seal keeps its chain. Of a further line these are the files in its own folder; of the
/// desk's folder it reads besides whom our seal recalled, and the bare entries of our chain: no order about a room of
/// another line.</summary>
internal static class FolderChains
{
    /// <summary>The pieces, and a sentence about each file that is passed over.</summary>
    internal static (IReadOnlyList<ChainPiece> Pieces, IReadOnlyList<string> PassedOver) In(
        LineFolder of, CredenceFolder root)
    {
        var (folder, line, faults) = (of.Files, of.Whole, new List<string>());
        var both = ((CredenceFolder[])[folder, root]).Distinct().ToList();
        var pieces = line.OwnLetters.Concat(line.OtherLetters).SelectMany(OfLetter)
            .Concat(folder.All<Sealed<Accreditation>>(".accreditation").Select(ChainPiece.Of))
            .Concat(folder.All<Sealed<Recognition>>(".recognition").Select(ChainPiece.Of))
            .Concat(both.SelectMany(one => one.All<Sealed<Recall>>(".recall")).Select(ChainPiece.Of))
            .Concat(folder.All<Sealed<RoomOrder>>(".order").Select(ChainPiece.Of));
        var whole = both.SelectMany(one => Directory.EnumerateFiles(one.Path, "*.chain").Order(StringComparer.Ordinal))
            .SelectMany(path => OfFile(path, line.Seals,
                IsOf(folder, path) ? faults : [])).ToList(); // of another line's it is told where that is read
        return ([.. pieces.Concat(whole).Where(piece => line.Seals.Accepts(piece.By))], faults);
    }

    private static bool IsOf(CredenceFolder folder, string path) => Path.GetDirectoryName(path) == folder.Path;

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
