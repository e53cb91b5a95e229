using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station;
using Coulisse.Station.Keys;
using Coulisse.Station.Storage.Sqlite;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Bench.Line;

/// <summary>What a desk seals and submits, without a desk: the station sees only the outside.</summary>
internal sealed class Submitting(LineId line, Opaque desk)
{
    private static readonly RoomId Room = new(Opaque.Zeros(16));

    private readonly byte[] sealedText = new byte[500];
    private ulong number;
    private Opaque last = Submission.Start;

    /// <summary>The next one, of so many messages; each bears a mark in its first bytes.</summary>
    internal Opaque Next(int messages, Func<ulong> mark)
    {
        var envelopes = new List<Envelope>(messages);
        for (var left = messages; left > 0; left--)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(sealedText, mark());
            envelopes.Add(new(EnvelopeKind.Message, Precedence.Routine, Room, Epoch: 0, Opaque.CopyOf(sealedText),
                Opaque.Empty));
        }
        var submission = new Submission(line, desk, ++number, last, WireList.From(envelopes));
        last = submission.Hash();
        return WireValue.Encode(submission);
    }

    /// <summary>Fills a station's file with messages that the other station does not have, in full entries.</summary>
    internal static void Fill(StationOnDisk station, int messages)
    {
        using var folder = StationFolder.Open(station.Folder);
        var settings = folder.Settings(listen: null, bundles: null);
        using var store = SqliteStationStore.Open(settings.File);
        var core = new StationCore(store, settings.Lines.Select(line => line.Terms), settings.Window,
            new SystemRandom());
        var (line, desk) = (settings.Lines[0].Terms.Id, station.Desks[0].Id);
        core.Run([new StationEvent.DeskEnrolled(line, desk)], default);
        var submitting = new Submitting(line, desk);
        for (var left = messages; left > 0; left -= LineLimits.EntryEnvelopesMax)
        {
            var together = Enumerable.Range(0, LineLimits.EntryEnvelopesMax / LineLimits.SubmissionEnvelopesMax)
                .Select(_ => new StationEvent.Submitted(desk, 0,
                    submitting.Next(LineLimits.SubmissionEnvelopesMax, () => 0))).ToList();
            if (core.Run(together, default).OfType<StationEffect.Answer>()
                .Any(answer => answer.Verdict.Kind != VerdictKind.Taken))
                throw new InvalidOperationException("The station refuses what it is to queue.");
        }
    }
}
