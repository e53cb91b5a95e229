using Coulisse.Station.Keys;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Station.Verbs;

/// <summary>Whether an accreditation is in force, by this machine's clock and the recalls in the station's folder; and
/// what a person does about it.</summary>
internal static class StationForce
{
    private const string Renewal = "the seal's keeper accredits it again with coulisse accredit station.request, and "
        + "writes a letter with that; put that letter in here, and give it to the other party.";

    /// <summary>Whether its time is over.</summary>
    internal static bool IsOver(Sealed<Accreditation> accreditation) =>
        accreditation.Content.NotAfter <= TimeProvider.System.GetUtcNow();

    /// <summary>Whether it was taken back by who gave it.</summary>
    internal static bool IsRecalled(StationFolder station, LineFolder line, Sealed<Accreditation> accreditation) =>
        ((CredenceFolder[])[station.Lines[0].Files, line.Files]).Distinct()
            .SelectMany(folder => folder.All<Sealed<Recall>>(".recall")).Any(one => one.By == accreditation.By
                && one.Content.Accreditation == accreditation.Entry.Hash());

    /// <summary>Of the own station's on a line: why it is not in force, and what to do; null if it is.</summary>
    internal static string? AdviceOn(StationFolder station, LineFolder line, Sealed<Accreditation> own) =>
        IsRecalled(station, line, own) ? $"it was recalled; if it is to go on, {Renewal}"
            : IsOver(own) ? $"its time is over; {Renewal}"
            : own.Content.NotBefore > TimeProvider.System.GetUtcNow()
                ? $"it is from {CredenceFile.Text(own.Content.NotBefore)} on; wait until then, or set this machine's "
                    + "clock right if it is wrong."
            : null;
}
