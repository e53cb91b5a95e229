using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Station.Keys;

/// <summary>What a keeper has to do something about: the accreditation of either station was recalled, or ends. Only a
/// recall stops a line: one that falls silent at midnight is worse than one whose papers are late.</summary>
internal static class StationWarnings
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    internal static IEnumerable<string> Of(LineCredence line, KnownRecalls recalls, DateTimeOffset now)
    {
        if (OfOne(line.OwnStation, recalls, now) is { } own)
            yield return $"Your station's accreditation {own}: have station.request accredited anew (or, if its "
                + "keys may be in other hands, make new ones with: coulisse station renew), write a letter with it, and "
                + "give that to the other party, your desks and this folder.";
        if (OfOne(line.OtherStation, recalls, now) is { } other)
            yield return $"The accreditation of {line.Seals.Other!.Party}'s station {other}: ask them for a new "
                + "letter, and put it here and into your desks' folders.";
    }

    private static string? OfOne(Sealed<Accreditation> station, KnownRecalls recalls, DateTimeOffset now) =>
        recalls.Has(station) ? "was recalled, and nothing is sent or taken under it any more"
        : now >= station.Content.NotAfter ? $"expired on {CredenceFile.Text(station.Content.NotAfter)}"
        : now + Soon >= station.Content.NotAfter ? $"expires on {CredenceFile.Text(station.Content.NotAfter)}"
        : now < station.Content.NotBefore ? $"is in force only from {CredenceFile.Text(station.Content.NotBefore)} on"
        : null;
}
