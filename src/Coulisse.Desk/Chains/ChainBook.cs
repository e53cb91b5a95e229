using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Chains;

/// <summary>
/// The chains of both parties' seals, as far as they are known here. Entries come from the desk's folder and from
/// either log; heads come inside the seal of messages, where no station can change or hide them. What heads name and
/// entries lack was withheld, and a recall may be among it.
/// </summary>
internal sealed class ChainBook
{
    private const int PiecesMax = 16_384; // of each party, so that neither can crowd out the other's

    private readonly DeskIdentity identity;
    private readonly IVault vault;
    private readonly Dictionary<PartyMark, KnownChain> chains = [];
    private readonly Dictionary<Opaque, ChainRecord> pieces = [];
    private readonly Dictionary<string, int> counts = [];

    internal ChainBook(DeskIdentity identity, IVault vault)
    {
        (this.identity, this.vault) = (identity, vault);
        foreach (var mark in identity.Seals.Owns.Concat(identity.Seals.Others))
            chains[mark] = KnownChain.Empty(mark);
        foreach (var record in vault.Keys(VaultTable.Chains, Opaque.Empty)
            .Select(key => vault.Read<ChainRecord>(VaultTable.Chains, key)!)
            .OrderBy(record => record.Piece.Entry.Content.Number).ToList())
            Keep(record);
        foreach (var (mark, chain) in chains.ToList())
        {
            if (vault.Read<ChainHead>(VaultTable.Desk, HeadKey(mark)) is { } head)
                chains[mark] = chain.After(head);
        }
    }

    /// <summary>What is known of a seal's chain; null if the seal does not count here.</summary>
    internal KnownChain? Of(PartyMark mark) => chains.GetValueOrDefault(mark);

    /// <summary>The head of a chain as far as it is known here.</summary>
    internal ChainHead HeadOf(PartyMark mark) => chains.GetValueOrDefault(mark)?.Last ?? ChainHead.None;

    /// <summary>The own party's pieces that nobody of ours has put into our log yet, in their order.</summary>
    internal IEnumerable<ChainPiece> Untold => pieces.Values
        .Where(record => !record.IsTold && identity.Seals.Owns.Contains(record.Piece.By))
        .Select(record => record.Piece).OrderBy(piece => piece.Entry.Content.Number);

    /// <summary>Takes a piece up.</summary>
    /// <param name="piece">Whoever brought it: its seal's word is what counts.</param>
    /// <param name="isTold">Whether it stands in the own log, for the others to read.</param>
    internal ChainWord Take(ChainPiece piece, bool isTold)
    {
        if (!chains.ContainsKey(piece.By))
            return ChainWord.NotOurs;
        var known = pieces.GetValueOrDefault(piece.Entry.Hash());
        var record = new ChainRecord(known?.Piece.HasContent == true ? known.Piece : piece,
            isTold || known?.IsTold == true);
        if (record == known)
            return ChainWord.Known;
        if (known is null && counts.GetValueOrDefault(piece.By.Party) >= PiecesMax)
            return ChainWord.Known;
        var word = Keep(record);
        if (word is ChainWord.New or ChainWord.Forked) // of a fork both entries are kept: they are the proof
            vault.Write(VaultTable.Chains, piece.Entry.Hash(), record);
        return word;
    }

    /// <summary>A desk of the party has named a head inside a message.</summary>
    /// <returns>Whether it is news that there are two chains.</returns>
    internal bool IsForkedBy(PartyMark mark, ChainHead head)
    {
        if (chains.GetValueOrDefault(mark) is not { } before || head == ChainHead.None || head == before.Heard)
            return false;
        var after = before.After(head);
        chains[mark] = after;
        if (after.Heard != before.Heard)
            vault.Write(VaultTable.Desk, HeadKey(mark), after.Heard);
        return after.Standing == HeadStanding.Forked && before.Standing != HeadStanding.Forked;
    }

    private ChainWord Keep(ChainRecord record)
    {
        var chain = chains.GetValueOrDefault(record.Piece.By);
        if (chain is null)
            return ChainWord.NotOurs; // a seal that counted when it was kept
        var taking = record.Piece.Recall is { } recall ? chain.After(recall) : chain.After(record.Piece.Entry);
        if (taking is ChainTaking.Full)
            return ChainWord.Known;
        if (!pieces.ContainsKey(record.Piece.Entry.Hash()))
            counts[record.Piece.By.Party] = counts.GetValueOrDefault(record.Piece.By.Party) + 1;
        pieces[record.Piece.Entry.Hash()] = record;
        if (taking is ChainTaking.Taken taken)
        {
            chains[record.Piece.By] = taken.Next;
            return taken.Next.Standing == HeadStanding.Forked && chain.Standing != HeadStanding.Forked
                ? ChainWord.Forked : ChainWord.New;
        }
        chains[record.Piece.By] = chain.AsForked();
        return ChainWord.Forked;
    }

    private static Opaque HeadKey(PartyMark mark) =>
        Opaque.CopyOf([.. Encoding.UTF8.GetBytes("chain head "), .. mark.Seal.Key.Value.Span]);
}

/// <summary>What comes of a piece of a chain.</summary>
internal enum ChainWord
{
    /// <summary>It was not here.</summary>
    New,

    /// <summary>It was here, or there is no room for more.</summary>
    Known,

    /// <summary>It cannot stand in one chain with what is here: the seal was used twice.</summary>
    Forked,

    /// <summary>Its seal does not count here.</summary>
    NotOurs,
}
