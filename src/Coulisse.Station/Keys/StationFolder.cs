using System.Diagnostics;
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
    internal const string KeysName = "station.keys";

    private readonly CredenceFolder files;
    private readonly List<LineKey> lineKeys = [];

    private StationFolder(string path, StationKeys keys)
    {
        (files, Keys) = (new(path), keys);
        Lines = LineFolder.All(files, keys.Party);
    }

    private static IPAddress Any =>
        System.Net.Sockets.Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any;

    internal StationKeys Keys { get; }

    /// <summary>Its lines, or what they lack; the first one first.</summary>
    internal IReadOnlyList<LineFolder> Lines { get; }

    /// <summary>A desk whose accreditation and enrolment are both here.</summary>
    internal sealed record EnrolledDesk(Sealed<Accreditation> Accreditation, DeskEnrolment Enrolment, bool IsRecalled);

    /// <exception cref="Refusal">It is no station's folder, or its keys cannot be read.</exception>
    internal static StationFolder Open(string path)
    {
        var file = Path.Combine(path, KeysName);
        if (!Directory.Exists(path) || !File.Exists(file))
            throw new Refusal(ExitCode.NotReadable,
                $"{path} is no station's folder; make one with: coulisse station new {path}");
        var bytes = InputFile.Read(file, StationKeys.BytesMax);
        try
        {
            return StationKeys.Read(bytes) switch
            {
                StationKeysReading.Read read => new(path, read.Keys),
                StationKeysReading.NotKeys => throw new Refusal(ExitCode.NotReadable,
                    $"{file} holds no station's keys."),
                StationKeysReading.OtherVersion => throw new Refusal(ExitCode.NotReadable,
                    $"{file} was made by another version of Coulisse; use that version."),
                StationKeysReading.Damaged => throw new Refusal(ExitCode.NotReadable,
                    $"{file} is damaged: its check does not fit; use your copy of it."),
                _ => throw new UnreachableException(),
            };
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The own side's desks on a line: accredited and enrolled, by serial.</summary>
    internal IReadOnlyList<EnrolledDesk> Desks(LineFolder line) =>
        [.. Found(line).OrderBy(desk => desk.Accreditation.Number)];

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
        Keys.Dispose();
    }

    private LineSettings Of(LineFolder line)
    {
        var credence = line.Whole;
        var (known, address) = (DesksByIdentifier(line), AddressOf(credence.OtherStation));
        return new()
        {
            Terms = new(credence.Parties, credence.Own, KeysOf(credence), Keys.Endorsement,
                credence.OtherStation.Content.SignatureKey, calls: address is not null),
            Address = address,
            Pins = [.. credence.OtherLetters.SelectMany(letter =>
                letter.Content.Station.Content.KeysFor(KeyPurpose.StationTlsPin)).Distinct()],
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
    private List<LineKey> KeysOf(LineCredence credence)
    {
        var keys = new List<LineKey>();
        foreach (var own in Stations(credence.OwnLetters).Where(Keys.AreOf))
        {
            foreach (var other in Stations(credence.OtherLetters))
            {
                if (LineKey.Derive(Keys.Line, own, other) is { } key)
                    keys.Add(key);
            }
        }
        lineKeys.AddRange(keys);
        return keys.Count > 0 ? keys : throw new Refusal(ExitCode.AnotherSeal,
            "The other station's key cannot be used: nothing secret comes of it. "
            + "Ask them for a letter of a new station.");
    }

    private static IEnumerable<Sealed<Accreditation>> Stations(IEnumerable<Sealed<Letter>> letters) =>
        letters.Select(letter => letter.Content.Station).DistinctBy(station => station.Entry.Hash());

    private static Uri? AddressOf(Sealed<Accreditation> station) => station.Content.Carriers
        .FirstOrDefault(carrier => carrier.Kind == CarrierKind.Https) is { } address ? new(address.Address) : null;

    // Who is on a further line lies in its folder; whom our party recalled is off every line.
    private IEnumerable<EnrolledDesk> Found(LineFolder line)
    {
        var recalls = ((CredenceFolder[])[line.Files, files]).Distinct()
            .SelectMany(folder => folder.All<Sealed<Recall>>(".recall")).Where(one => one.By == Keys.Party)
            .Select(one => one.Content.Accreditation).ToHashSet();
        var enrolments = line.Files.All<DeskEnrolment>(".enrolment");
        var letters = line.Reading is LineCredenceReading.Whole { Credence: var credence }
            ? credence.OwnLetters.SelectMany(letter => letter.Content.Desks) : [];
        return from accreditation in line.Files.All<Sealed<Accreditation>>(".accreditation").Concat(letters)
                   .Where(one => one.By == Keys.Party).DistinctBy(one => one.Number)
               where accreditation.Content.Subject.Kind == SubjectKind.Desk
               let enrolment = enrolments.FirstOrDefault(one => one.IsOf(accreditation))
               where enrolment is not null
               select new EnrolledDesk(accreditation, enrolment, recalls.Contains(accreditation.Entry.Hash()));
    }
}
