using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station.Hosting;
using Coulisse.Station.Keys;
using Coulisse.Station.Tests.Rules;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.Station.Tests.Keys;

/// <summary>A station as its folder makes it, on a disk in memory, with one desk.</summary>
internal sealed class StationInAFolder : IDisposable
{
    private static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly Side side;
    private readonly Seed random;
    private readonly InventedParty party;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-station-");
    private readonly SimulatedDisk disk = new();
    private readonly DeskInATest desk;
    private readonly List<Sealed<Letter>> letters = [];
    private StationFolder? opened;
    private StationCore? core;
    private TimeSpan now;
    private Opaque? call;
    private ulong tickets;

    internal StationInAFolder(Side side, string name, Seed random)
    {
        (this.side, this.random, party) = (side, random, new(name, random));
        desk = new((byte)side);
        using var keys = StationKeys.Generate(Mark, new SystemRandom());
        StationKeyRing.Write(Path.Combine(Folder, StationKeyRing.PresentName), keys);
        opened = StationFolder.Open(Folder);
    }

    internal string Folder => folder.FullName;

    internal StationKeyRing Ring => opened!.Ring;

    internal LineSettings Settings { get; private set; } = null!;

    internal LineId Line => Settings.Terms.Id;

    internal Side Side => side;

    /// <summary>How many entries of the other side's log are here.</summary>
    internal ulong Here => core!.StatusOf(Line)!.Here.Aggregate(0UL, (sum, one) => sum + one.Stored.Count);

    /// <summary>What its desk is given of the other side.</summary>
    internal IReadOnlyList<Envelope> Given => [.. Deliveries().OfType<Delivery.OfEntry>()
        .Select(one => WireValue.Decode<Entry>(one.Entry.Span)).Where(one => one.Side != side)
        .SelectMany(one => one.Envelopes)];

    private PartyMark Mark => new(party.Seal.Party, party.Seal.PublicKey);

    /// <summary>A letter with a fresh accreditation of keys.</summary>
    internal Sealed<Letter> Letter(StationKeys keys)
    {
        letters.Add(party.Sign(new Letter(Accredit(keys), [], null)));
        return letters[^1];
    }

    /// <summary>The first letter that it wrote.</summary>
    internal Sealed<Letter> LetterInUse => letters[0];

    internal Sealed<Recall> Recall(Sealed<Letter> letter) =>
        party.Sign(Wire.Credence.Recall.Of(letter.Content.Station, "The machine was stolen."));

    internal void Recognise(Sealed<Letter> other) => Put("other.recognition", party.Sign(
        new Recognition(other.By, other.Number, Opaque.CopyOf(new byte[32]), null)));

    internal void Put(Sealed<Letter> letter) => Put($"{letter.By.Party}-{letter.Number}.letter", letter);

    internal void Put<T>(string name, Sealed<T> file)
        where T : ISealContent<T> => File.WriteAllBytes(Path.Combine(Folder, name), CredenceFile.Write(file));

    /// <summary>The program is started, again, with what lies in the folder.</summary>
    internal void Start()
    {
        opened?.Dispose();
        opened = StationFolder.Open(Folder);
        Settings = opened.Settings(null, null).Lines.Single();
        call = null;
        core = new(disk.Open(), [Settings.Terms], LineWindow.Usual, random);
        Run(TimeSpan.Zero, new StationEvent.DeskEnrolled(Line, desk.Id));
    }

    internal IReadOnlyList<StationEffect> Run(TimeSpan later, params StationEvent[] events)
    {
        now += later;
        var effects = core!.Run(events, new(now, FirstDay + now));
        if (effects.OfType<StationEffect.Exchange>().SingleOrDefault() is { } calls)
            call = calls.Bundle;
        return effects;
    }

    /// <summary>The bundle that it calls the other station with, once; null if it does not call.</summary>
    internal Opaque? TakeCall()
    {
        var taken = call;
        call = null;
        return taken;
    }

    /// <summary>Its desk submits a handshake.</summary>
    internal void Submit()
    {
        var submission = desk.Next(Line, OneStation.Handshake(EnvelopeKind.Proposal, 0));
        var answer = Run(TimeSpan.Zero,
            new StationEvent.Submitted(desk.Id, ++tickets, WireValue.Encode(submission)))
            .OfType<StationEffect.Answer>().Single();
        Assert.Equal(VerdictKind.Taken, answer.Verdict.Kind);
        desk.Decided(submission);
    }

    public void Dispose()
    {
        opened?.Dispose();
        party.Dispose();
        folder.Delete(recursive: true);
    }

    private Sealed<Accreditation> Accredit(StationKeys keys)
    {
        var request = keys.Request(new(CarrierKind.Https, $"https://{party.Name.ToLowerInvariant()}.example:8443"));
        return party.Sign(new Accreditation(keys.Subject, [new("en", "Station")], Mandate.None, request.Content.Keys,
            request.Content.Carriers, FirstDay, FirstDay.AddDays(365 + letters.Count)));
    }

    private IEnumerable<Delivery> Deliveries()
    {
        var connection = ++tickets;
        return [.. Run(TimeSpan.Zero, new StationEvent.DeskCame(desk.Id, connection),
            new StationEvent.DeskReady(connection, 8_192)).OfType<StationEffect.Give>()
            .Where(give => give.Connection == connection).Select(give => give.Delivery)];
    }
}
