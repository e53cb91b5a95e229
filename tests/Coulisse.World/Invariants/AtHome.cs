using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Stations;

namespace Coulisse.World.Invariants;

/// <summary>
/// I16: the other side learns nothing of what is said among one's own. No name of a caucus or of a home, and no piece
/// of what was sealed for one, is in a bundle, in a log of the line, or on the other station's disk. I3 of the home
/// log.
/// </summary>
public sealed class AtHome(LineId line, StationPair stations)
{
    private const int PieceBytes = 24; // of what was sealed: no two have it in common by chance
    private const int PieceBegins = 64; // behind what stands in the open

    private readonly HashSet<Opaque> names = [];
    private readonly Dictionary<(LineId, EntryPlace), Opaque> written = [];

    /// <summary>How many entries were written at either home.</summary>
    public int Count => written.Count;

    /// <summary>The records of a vault's home, as those of a vault of its own.</summary>
    public static IReadOnlyList<(VaultTable Table, Opaque Key, Opaque Record)> Meant(
        IEnumerable<(VaultTable Table, Opaque Key, Opaque Record)> changes) =>
        [.. changes.Where(one => one.Table == VaultTable.Home).Select(one =>
            VaultPart.MeantAtHome(one.Key) is var (table, key) ? (table, key, one.Record) : default)];

    /// <summary>A desk submits something to its home: what it is known by, is looked for from here on.</summary>
    public void Sent(Opaque bytes)
    {
        var submission = WireValue.Decode<Submission>(bytes.Span);
        names.Add(submission.Line.Value);
        foreach (var envelope in submission.Envelopes)
        {
            names.Add(envelope.Room.Value);
            if (envelope.Content.Length >= PieceBegins + PieceBytes)
                names.Add(Opaque.CopyOf(envelope.Content.Span.Slice(PieceBegins, PieceBytes)));
        }
    }

    /// <summary>A station's disk has changed.</summary>
    public void Changed(SimulatedStation station, IEnumerable<DiskChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Line == line)
                NotIn(change.Entry.Body, "a log of the line");
            else if (change.Line != station.Home)
                throw new ViolationException($"I16: what is no line of its is on the disk of {station.Side}");
            else if (!change.IsDrop)
                Added(station, change);
        }
    }

    /// <summary>Bytes that the other side could read.</summary>
    public void NotIn(Opaque bytes, string where)
    {
        if (names.Any(name => bytes.Span.IndexOf(name.Span) >= 0))
            throw new ViolationException($"I16: something of a home is in {where}");
    }

    private void Added(SimulatedStation station, DiskChange change)
    {
        Words.NotIn(change.Entry.Body, "a station's file");
        var other = stations.StationOf(station.Side.Other());
        if (other.Disk.Find(change.Line, change.Side, change.Entry.Link.Place) is not null)
            throw new ViolationException("I16: an entry of a home is on the other station's disk");
        var key = (change.Line, change.Entry.Link.Place);
        if (written.TryGetValue(key, out var hash) && hash != change.Entry.Link.Hash)
            throw new ViolationException($"I3: number {change.Entry.Link.Place} of a home was written twice");
        written[key] = change.Entry.Link.Hash;
    }
}
