using System.Net;
using Coulisse.Crypto.Codec;
using Coulisse.Station.Hosting;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Pairings;

namespace Coulisse.Station.Keys;

/// <summary>
/// A station's folder: its keys, its store, and the files that people put there. What follows from them is its lines.
/// </summary>
internal sealed class StationFolder : IDisposable
{
    private readonly CredenceFolder files;
    private readonly List<LineKey> lineKeys = [];

    private StationFolder(string path, StationKeyRing ring)
    {
        (files, Ring) = (new(path), ring);
        Lines = LineFolder.All(files, Keys.Party);
    }

    private static IPAddress Any =>
        System.Net.Sockets.Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any;

    /// <summary>Its keys: today's, the next, and those before.</summary>
    internal StationKeyRing Ring { get; }

    /// <summary>Today's.</summary>
    internal StationKeys Keys => Ring.Present;

    /// <summary>Its lines, or what they lack; the first one first.</summary>
    internal IReadOnlyList<LineFolder> Lines { get; }

    /// <summary>A desk whose accreditation and enrolment are both here.</summary>
    internal sealed record EnrolledDesk(Sealed<Accreditation> Accreditation, DeskEnrolment Enrolment, bool IsRecalled)
    {
        internal bool IsOver => Accreditation.Content.NotAfter <= TimeProvider.System.GetUtcNow();
    }

    /// <exception cref="Refusal">It is no station's folder, or its keys cannot be read.</exception>
    internal static StationFolder Open(string path) => new(path, StationKeyRing.Open(path));

    /// <summary>The own side's desks on a line: accredited and enrolled, by serial.</summary>
    internal IReadOnlyList<EnrolledDesk> Desks(LineFolder line) =>
        [.. Found(line).OrderBy(desk => desk.Accreditation.Number)];

    /// <summary>What somebody has to do something about on a line.</summary>
    internal IEnumerable<string> Warnings(LineFolder line) =>
        line.Reading is LineCredenceReading.Whole { Credence: var credence }
            ? StationWarnings.Of(credence, Recalls(line, credence.Seals), TimeProvider.System.GetUtcNow()) : [];

    /// <summary>Whether the own station's newest accreditation on a line is in force.</summary>
    internal bool IsInForce(LineFolder line) => StationWarnings.IsInForce(line.Whole.OwnStation,
        Recalls(line, line.Whole.Seals), TimeProvider.System.GetUtcNow());

    /// <summary>Makes a further line of files of credence.</summary>
    /// <exception cref="Refusal">They make none; nothing is changed.</exception>
    internal LineFolder AddLine(string name, IEnumerable<string> given) =>
        LineFolder.Add(files, Keys.Party, name, given);

    /// <summary>What the station is started with.</summary>
    /// <exception cref="Refusal">Something that it needs is not there.</exception>
    internal StationSettings Settings(IPEndPoint? listen, string? bundles, bool isRestored = false,
        bool givesUpMissing = false)
    {
        var lines = LineFolder.AllWhole(files, Keys.Party);
        foreach (var line in lines.Where(one => !one.Whole.OwnLetters.Any(letter =>
            Keys.AreOf(letter.Content.Station))))
            throw new Refusal(ExitCode.AnotherSeal,
                $"The letter in {line.Files.Path} is of another station than the one whose keys are in {files.Path}; "
                + "write a letter with this station's accreditation.");
        if (bundles is not null && !Directory.Exists(bundles))
            throw new Refusal(ExitCode.NotReadable, $"{bundles} is no folder; make it first.");
        return new()
        {
            KeepBundles = bundles,
            IsRestored = isRestored,
            GivesUpMissing = givesUpMissing,
            File = Path.Combine(files.Path, "station.db"),
            Listen = listen ?? new(Any, AddressOf(lines[0].Whole.OwnStation)?.Port ?? 0),
            Certificate = Keys.Tls.Certificate,
            Lines = [.. lines.Select(Of)],
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in lineKeys)
            key.Dispose();
        Ring.Dispose();
    }

    private LineSettings Of(LineFolder line)
    {
        var credence = line.Whole;
        var (known, recalls) = (DesksByIdentifier(line), Recalls(line, credence.Seals));
        var others = Stations(credence.OtherLetters).Where(one => !recalls.Has(one)).ToList();
        var address = others.Count > 0 ? AddressOf(others[^1]) : null;
        return new()
        {
            Terms = new()
            {
                Parties = credence.Parties,
                Own = credence.Own,
                Keys = KeysOf(Stations(credence.OwnLetters).Where(one => Ring.AreOf(one) && !recalls.Has(one)), others),
                Endorsement = Keys.Endorsement,
                EarlierEndorsements = credence.EndorsementsOf(credence.Own),
                OtherEndorsements = credence.EndorsementsOf(credence.Own.Other()),
                HasAddress = address is not null,
            },
            Address = address,
            Pins = [.. others.SelectMany(one => one.Content.KeysFor(KeyPurpose.StationTlsPin)).Distinct()],
            Desks = [.. known.Keys],
            CutOff = [.. known.Where(one => one.Value.IsRecalled).Select(one => one.Key)],
            DeskPins = known.ToDictionary(one => one.Key, one => one.Value.Enrolment.Pin),
        };
    }

    // A desk has several accreditations once it was renewed: it is cut off only when none is left.
    private Dictionary<Opaque, EnrolledDesk> DesksByIdentifier(LineFolder line) => Desks(line)
        .GroupBy(desk => desk.Accreditation.Content.Subject.Id)
        .ToDictionary(all => all.Key, all => all.LastOrDefault(desk => !desk.IsRecalled) ?? all.Last());

    // Every pair of accreditations that either side may still use has its key; the newest pair comes last.
    private List<LineKey> KeysOf(IEnumerable<Sealed<Accreditation>> owns, List<Sealed<Accreditation>> others)
    {
        var pairs = owns.SelectMany(own => others.Select(other => (own, other))).ToList();
        var keys = pairs.Select(pair => Ring.Derive(pair.own, pair.other)).OfType<LineKey>().ToList();
        lineKeys.AddRange(keys);
        return keys.Count > 0 || pairs.Count == 0 ? keys : throw new Refusal(ExitCode.AnotherSeal,
            "The other station's key cannot be used: nothing secret comes of it. "
            + "Ask them for a letter of a new station.");
    }

    private static IEnumerable<Sealed<Accreditation>> Stations(IEnumerable<Sealed<Letter>> letters) =>
        letters.Select(letter => letter.Content.Station).DistinctBy(station => station.Entry.Hash());

    private static Uri? AddressOf(Sealed<Accreditation> station) => station.Content.Carriers
        .FirstOrDefault(carrier => carrier.Kind == CarrierKind.Https) is { } address ? new(address.Address) : null;

    private KnownRecalls Recalls(LineFolder line, RecognisedSeals seals) =>
        KnownRecalls.Of(((CredenceFolder[])[line.Files, files]).Distinct()
            .SelectMany(folder => folder.All<Sealed<Recall>>(".recall")), seals);

    // Who is on a further line lies in its folder; whom our party recalled is off every line.
    private IEnumerable<EnrolledDesk> Found(LineFolder line)
    {
        var recalls = Recalls(line, RecognisedSeals.Only(Keys.Party));
        var enrolments = line.Files.All<DeskEnrolment>(".enrolment");
        var letters = line.Reading is LineCredenceReading.Whole { Credence: var credence }
            ? credence.OwnLetters.SelectMany(letter => letter.Content.Desks) : [];
        return from accreditation in line.Files.All<Sealed<Accreditation>>(".accreditation").Concat(letters)
                   .Where(one => one.By == Keys.Party).DistinctBy(one => one.Number)
               where accreditation.Content.Subject.Kind == SubjectKind.Desk
               let enrolment = enrolments.FirstOrDefault(one => one.IsOf(accreditation))
               where enrolment is not null
               select new EnrolledDesk(accreditation, enrolment, recalls.Has(accreditation));
    }
}
