using System.Text.Json.Serialization;
using Coulisse.Station.Keys;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Pairings;

namespace Coulisse.Station.Verbs;

/// <summary>A station that was made: whose, its identifier, the seal that it takes for its party's, and its
/// files.</summary>
internal sealed record NewStationAnswer(string Party, string Station, string Key, string Fingerprint, string Folder,
    string Request, string Address);

/// <summary>What a station's folder comes to; of one that runs, where it listens.</summary>
internal sealed record StationAnswer(
    string Party, string Station, IReadOnlyList<StationLineAnswer> Lines, IReadOnlyList<string>? ListensAt = null)
{
    internal static StationAnswer Of(StationFolder station) => new(station.Keys.Party.Party,
        station.Keys.Subject.Id.ToString(), [.. station.Lines.Select(line => StationLineAnswer.Of(station, line))]);
}

/// <summary>One of its lines: what it is called here, where its files lie, with whom it is, until when the own station
/// is accredited on it and where the other is reached, and the own desks on it; or what it lacks, by a name. In words
/// what to do about that, or about the accreditation of either station.</summary>
internal sealed record StationLineAnswer(string Name, string Files, string? Line, string? With, DateTimeOffset? Until,
    bool? IsInForce, IReadOnlyList<string>? TheirsAt, IReadOnlyList<StationDeskAnswer> Desks, string? Lacks,
    string? Words)
{
    internal static StationLineAnswer Of(StationFolder station, LineFolder line)
    {
        var desks = station.Desks(line).Select(StationDeskAnswer.Of).ToList();
        if (line.Reading is LineCredenceReading.Incomplete { Gap: var gap })
            return new(line.Name, line.Files.Path, Line: null, With: null, Until: null, IsInForce: null, TheirsAt: null,
                desks, gap.ToString(), line.Files.Advice(gap));
        var (credence, own) = (line.Whole, line.Whole.OwnStation);
        var toDo = string.Join(" ", station.Warnings(line));
        return new(line.Name, line.Files.Path, credence.Parties.Id.ToString(), credence.Seals.Other!.Party,
            own.Content.NotAfter, station.IsInForce(line),
            [.. credence.OtherStation.Content.Carriers.Select(carrier => carrier.Address)], desks, Lacks: null,
            toDo.Length > 0 ? toDo : null);
    }
}

/// <summary>A desk of ours that is accredited and enrolled: its identifier, office and mandate, until when, and whether
/// it was recalled.</summary>
internal sealed record StationDeskAnswer(
    string Desk, string Office, string Mandate, DateTimeOffset Until, bool IsRecalled)
{
    internal static StationDeskAnswer Of(StationFolder.EnrolledDesk desk)
    {
        var said = desk.Accreditation.Content;
        return new(said.Subject.Id.ToString(), said.Office[0].Text, MandateWords.Of(said.Mandate), said.NotAfter,
            desk.IsRecalled);
    }
}

/// <summary>Why lines are frozen, and where what shows it was written.</summary>
internal sealed record EvidenceAnswer(IReadOnlyList<FrozenLineAnswer> Frozen);

/// <summary>A frozen line: why, by name and in words; the place of the log that it is about, the hash that is kept for
/// it, and the files: of what is here, null if that is not kept any more, and of what contradicts it.</summary>
internal sealed record FrozenLineAnswer(string Line, string A, string B, string Reason, string Words, string At,
    string HereHash, string? Here, string Against);

/// <summary>Keys that were made to follow, or are used now: the file, and the request for the seal if one was
/// made.</summary>
internal sealed record RenewedStationAnswer(string Party, string Station, string Keys, string? Request);

/// <summary>How these are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewStationAnswer))]
[JsonSerializable(typeof(StationAnswer))]
[JsonSerializable(typeof(EvidenceAnswer))]
[JsonSerializable(typeof(RenewedStationAnswer))]
internal sealed partial class StationJson : JsonSerializerContext;
