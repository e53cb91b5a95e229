using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Dispatch;

/// <summary>
/// When one line's station is called, and with what: at once if there is something to say, after a pause if the last
/// call failed, and once a minute for nothing but the standing, so that a withheld tail shows.
/// </summary>
internal sealed class Exchanges(Line line)
{
    internal static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(60);
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(150);

    private readonly BundleMaker maker = new(line);
    private readonly Retry retry = new();
    private bool isWaiting;
    private ulong told;
    private TimeSpan rest;
    private TimeSpan heardAt;
    private int entriesInCall;
    private ulong storedBeforeCall;
    private int unheard; // calls in a row

    /// <summary>When there will be something to do without anything happening; null: an answer is waited for.</summary>
    internal TimeSpan? WakeAt
    {
        get
        {
            if (isWaiting)
                return null;
            if (!line.Calls)
                return line.Contact.Is == LineContact.There ? heardAt + Silence : null;
            var next = HasCause ? TimeSpan.Zero : rest;
            if (!maker.Outstanding.IsEmpty && maker.Outstanding.Until < next)
                next = maker.Outstanding.Until;
            return next > retry.NotBefore ? next : retry.NotBefore;
        }
    }

    private bool HasCause => line.ToTell != told || maker.HasEntries;

    /// <summary>The bundle to call the other station with now, null if not now; and whether there is something new to
    /// tell desks.</summary>
    internal (Opaque? Bundle, bool IsNews) Call(TimeSpan now)
    {
        var isSilent = line.Contact.Is == LineContact.There && now - heardAt >= Silence;
        if (isSilent)
            line.Contact.Met(LineContact.NotReached);
        maker.Outstanding.ForgetIfOverdue(now);
        if (!line.Calls || isWaiting || now < retry.NotBefore || !(HasCause || now >= rest))
            return (null, isSilent);
        isWaiting = true;
        return (Make(now), isSilent);
    }

    /// <summary>The bundle to reply with; empty where there is no key to make one with.</summary>
    internal Opaque Reply(TimeSpan now)
    {
        if (!line.HasKeys)
            return Opaque.Empty;
        maker.Outstanding.ForgetIfOverdue(now);
        maker.Outstanding.ForgetIfCrossed(now, callsFailed: retry.Failures > 0);
        return Make(now);
    }

    /// <summary>A call was answered, with something authentic or not, or has failed.</summary>
    internal void Ended(bool heard, TimeSpan now)
    {
        isWaiting = false;
        maker.Outstanding.Forget();
        (heardAt, unheard) = heard ? (now, 0) : (heardAt, unheard + 1);
        line.Contact.Met(heard ? LineContact.There : LineContact.NotReached);
        if (heard && (entriesInCall == 0 || Stored > storedBeforeCall))
            retry.Reset();
        else
            retry.Failed(now);
        if (!heard)
            told = ulong.MaxValue; // what was said may not have arrived
    }

    /// <summary>Something of the other station's arrived: it is there.</summary>
    internal void Heard(TimeSpan now)
    {
        (heardAt, unheard) = (now, 0);
        line.Contact.Met(LineContact.There);
        if (!isWaiting)
            retry.Reset();
    }

    internal void TryNow() => retry.Reset();

    private ulong Stored => line.OtherHas.Aggregate(0UL, (sum, one) => sum + one.Stored.Count);

    private Opaque Make(TimeSpan now)
    {
        (told, rest, storedBeforeCall) = (line.ToTell, now + Rhythm, Stored);
        (var bundle, entriesInCall) = maker.Make(line.KeyAfter(unheard), LineLimits.BundleBytesMax, now);
        return bundle;
    }
}
