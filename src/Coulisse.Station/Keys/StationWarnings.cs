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
            yield return $"Your station's accreditation {own}. Where the seal is: coulisse accredit station.request, "
                + "and a letter with that, for this folder, your desks' and the other party. If its keys may be in "
                + "other hands, make new ones first: coulisse station renew.";
        if (OfOne(line.OtherStation, recalls, now) is { } other)
            yield return $"The accreditation of {line.Seals.Other!.Party}'s station {other}. Ask them for a new "
                + "letter, and put it here and into your desks' folders.";
    }

    /// <summary>Whether it was recalled, or this machine's clock is outside its dates.</summary>
    internal static bool IsInForce(Sealed<Accreditation> station, KnownRecalls recalls, DateTimeOffset now) =>
        !recalls.Has(station) && now >= station.Content.NotBefore && now < station.Content.NotAfter;

    private static string? OfOne(Sealed<Accreditation> station, KnownRecalls recalls, DateTimeOffset now) =>
        recalls.Has(station) ? "was recalled, and nothing is sent or taken under it any more"
        : now >= station.Content.NotAfter ? $"expired on {CredenceFile.Text(station.Content.NotAfter)}"
        : now + Soon >= station.Content.NotAfter ? $"expires on {CredenceFile.Text(station.Content.NotAfter)}"
        : now < station.Content.NotBefore ? "is in force from "
            + $"{CredenceFile.Text(station.Content.NotBefore)} on only, by this machine's clock not yet"
        : null;
}
