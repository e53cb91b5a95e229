using Coulisse.Station.Storage;
using Coulisse.Wire.Desks;
using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Hosting;

/// <summary>Tells the keeper of a station what has changed: its disk, its lines, what it refuses. A line goes by its
/// number, the first one first; nobody is named.</summary>
internal sealed partial class LoopNews(
    ILogger log, IReadOnlyList<LineSettings> lines, ILineCaller caller, TimeProvider time)
{
    private const int SqliteFull = 13;

    private static readonly TimeSpan Counting = TimeSpan.FromHours(1);

    private readonly Told?[] told = new Told?[lines.Count];
    private readonly SortedDictionary<VerdictKind, int> refused = [];
    private long countedSince = time.GetTimestamp();
    private int? failing;
    private int failures;

    /// <summary>What was said of a line last.</summary>
    private sealed record Told(LineContact Contact, bool IsRestoring, FreezeReason? Frozen, ulong Damaged);

    internal void Began() => StationStarted(log, lines.Count, lines.SelectMany(line => line.Desks).Distinct().Count());

    internal void Ended()
    {
        TellRefused();
        StationEnded(log);
    }

    /// <summary>The store failed, and is opened again: said once, not at each trial.</summary>
    internal void Failed(Exception why)
    {
        failures++;
        var code = (why as SqliteException)?.SqliteExtendedErrorCode ?? 0;
        if (code == failing)
            return;
        failing = code;
        if ((code & 0xff) == SqliteFull)
            DiskFull(log, code);
        else
            DiskFailed(log, code);
    }

    /// <summary>A batch was taken.</summary>
    /// <param name="core">How its lines are now.</param>
    /// <param name="isWritten">Whether something new is on the disk.</param>
    internal void Look(StationCore core, bool isWritten)
    {
        if (failing is not null && isWritten)
        {
            DiskWritesAgain(log, failures);
            (failing, failures) = (null, 0);
        }
        for (var at = 0; at < lines.Count; at++)
        {
            if (core.StatusOf(lines[at].Terms.Id) is { } status)
                Look(at, status);
        }
        if (time.GetElapsedTime(countedSince) >= Counting)
            TellRefused();
    }

    /// <summary>A desk was answered; what it was refused is counted.</summary>
    internal void Answered(VerdictKind kind)
    {
        if (kind != VerdictKind.Taken)
            refused[kind] = refused.GetValueOrDefault(kind) + 1;
    }

    /// <summary>A copy of a bundle could not be written.</summary>
    internal void NotKept() => CopyNotKept(log);

    private void Look(int at, LineStatus status)
    {
        var (line, before) = (at + 1, told[at]);
        var now = told[at] = new(status.Contact, status.IsRestoring, status.Frozen, status.Damaged);
        if (now == before)
            return;
        if (now.Contact != before?.Contact && now.Contact == LineContact.There)
            PeerReached(log, line);
        if (now.Contact != before?.Contact && now.Contact == LineContact.NotReached)
            PeerLost(log, line, caller.FailureOf(lines[at].Terms.Id));
        if (now.IsRestoring && before is not { IsRestoring: true })
            LineRestoring(log, line);
        if (now.Frozen is { } reason && before?.Frozen is null)
            LineFrozen(log, line, reason);
        if (now.Damaged > (before?.Damaged ?? 0))
            FileDamaged(log, line, now.Damaged);
    }

    private void TellRefused()
    {
        foreach (var (kind, count) in refused)
            Refused(log, kind, count);
        refused.Clear();
        countedSince = time.GetTimestamp();
    }

    // A sentence is a constant: what is beside it in the log are the values alone.
#pragma warning disable SYSLIB1015 // Values stand beside the sentence, not in it.
    [LoggerMessage(1000, LogLevel.Information, "The station is running.")]
    private static partial void StationStarted(ILogger log, int lines, int desks);

    [LoggerMessage(1001, LogLevel.Error,
        "The station's disk is full and nothing is taken: make room on it. What was acknowledged is there.")]
    private static partial void DiskFull(ILogger log, int code);

    [LoggerMessage(1002, LogLevel.Warning,
        "A copy of a bundle could not be written: look at the folder that --keep-bundles names.")]
    private static partial void CopyNotKept(ILogger log);

    [LoggerMessage(1003, LogLevel.Error,
        "The station's file cannot be written and nothing is taken: look at its disk, owner and mode.")]
    private static partial void DiskFailed(ILogger log, int code);

    [LoggerMessage(1004, LogLevel.Information, "The station's file is written again.")]
    private static partial void DiskWritesAgain(ILogger log, int failures);

    [LoggerMessage(1005, LogLevel.Information, "The other station of this line is there.")]
    private static partial void PeerReached(ILogger log, int line);

    [LoggerMessage(1006, LogLevel.Warning,
        "The other station of this line is not reached: look at this machine's network, then ask its keeper.")]
    private static partial void PeerLost(ILogger log, int line, CallFailure cause);

    [LoggerMessage(1007, LogLevel.Warning,
        "The station's file may be an old copy: open the desks, which bring back what was written after it.")]
    private static partial void LineRestoring(ILogger log, int line);

    [LoggerMessage(1008, LogLevel.Error,
        "Two histories of this line were found and nothing is taken on it: talk to the keeper of the other station.")]
    private static partial void LineFrozen(ILogger log, int line, FreezeReason cause);

    [LoggerMessage(1009, LogLevel.Error,
        "Entries in the station's file are not what was written: put a copy back and run it with --restored.")]
    private static partial void FileDamaged(ILogger log, int line, ulong entries);

    [LoggerMessage(1010, LogLevel.Information, "Submissions of desks were not taken since this was last counted.")]
    private static partial void Refused(ILogger log, VerdictKind what, int count);

    [LoggerMessage(1011, LogLevel.Information, "The station has ended.")]
    private static partial void StationEnded(ILogger log);
#pragma warning restore SYSLIB1015
}
