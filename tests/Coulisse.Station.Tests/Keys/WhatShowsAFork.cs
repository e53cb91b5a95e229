using Coulisse.Crypto.Codec;
using Coulisse.Station.Keys;
using Coulisse.Station.Storage;
using Coulisse.Station.Storage.Sqlite;
using Coulisse.Station.Tests.Rules;
using Coulisse.Station.Verbs;
using Coulisse.Terminal;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Tests.Keys;

/// <summary>Two histories of a line are kept for people to look at, and people can get at them.</summary>
public sealed class WhatShowsAFork : IDisposable
{
    private readonly TwoStationFolders stations = new();
    private readonly string into = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        stations.Dispose();
        if (Directory.Exists(into))
            Directory.Delete(into, recursive: true);
    }

    [Fact]
    public void Both_entries_of_one_number_are_written_as_they_came()
    {
        using var folder = StationFolder.Open(stations.A.Folder);
        var file = folder.Settings(null, null).File;
        Assert.Contains("never run", Assert.Throws<Refusal>(() => EvidenceVerb.Write(folder, into)).Message,
            StringComparison.Ordinal);
        SqliteStationStore.Open(file).Dispose();
        Assert.Empty(EvidenceVerb.Write(folder, into));
        Assert.False(Directory.Exists(into));

        var (here, other) = (Entry(1), Entry(2));
        var link = new EntryLink(new(1, 1), Wire.Lines.Entry.HashOf(here));
        using (var store = SqliteStationStore.Open(file))
        {
            store.AddEntry(stations.A.Line, Side.B, new(link, EntryLink.Start, LeadRank.Usual, here.Length, here));
            store.KeepFacts(stations.A.Line, LineFacts.Empty with
            {
                Freeze = new(FreezeReason.TwoEntriesOfOneNumber, link.Place, link.Hash, other),
            });
            store.Commit();
            Assert.Throws<Refusal>(() => EvidenceVerb.Write(folder, into)); // it is in use
        }
        var frozen = Assert.Single(EvidenceVerb.Write(folder, into));
        Assert.Equal((nameof(FreezeReason.TwoEntriesOfOneNumber), link.Hash.ToString()),
            (frozen.Reason, frozen.HereHash));
        Assert.Equal(here.ToArray(), File.ReadAllBytes(frozen.Here!));
        Assert.Equal(other.ToArray(), File.ReadAllBytes(frozen.Against));
        Assert.Throws<Refusal>(() => EvidenceVerb.Write(folder, into)); // what was written is written over by nothing
    }

    private Opaque Entry(ulong epoch) => WireValue.Encode(new Entry(stations.A.Line, Side.B, new(1, 1), EntryLink.Start,
        [OneStation.Message(epoch)]));
}
