using Coulisse.Crypto.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Dispatch;

/// <summary>
/// When one line's station is called, and with what: at once if there is something to say, after a pause if the last
/// call failed, and once a minute for nothing but the standing, so that a withheld tail shows. What is urgent breaks
/// off a call without anything urgent in it.
/// </summary>
internal sealed class Exchanges(Line line)
{
    internal static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(60);
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(150);

    private static readonly TimeSpan BeforeInterrupting = TimeSpan.FromSeconds(1); // quick ones end by themselves

    private readonly BundleMaker maker = new(line);
    private readonly Retry retry = new();
    private readonly Pace pace = new();
    private Trip? call;
    private Trip? reply;
    private bool isInterrupted;
    private ulong told;
    private TimeSpan rest;
    private TimeSpan heardAt;
    private int unheard; // calls in a row

    /// <summary>When there will be something to do without anything happening; null: an answer is waited for.</summary>
    internal TimeSpan? WakeAt
    {
        get
        {
            if (call is { } made)
                return MayInterrupt(made) ? made.At + BeforeInterrupting : null;
            if (!line.Calls)
                return line.Contact.Is == LineContact.There ? heardAt + Silence : null;
            var next = HasCause ? TimeSpan.Zero : rest;
            if (!maker.Outstanding.IsEmpty && maker.Outstanding.Until < next)
                next = maker.Outstanding.Until;
            return next > retry.NotBefore ? next : retry.NotBefore;
        }
    }

    private bool HasCause => line.ToTell != told || maker.HasEntries;

    /// <summary>What to do now: call the other station, break a call off, or nothing; and whether there is something
    /// new to tell desks.</summary>
    internal (StationEffect? Effect, bool IsNews) Call(TimeSpan now)
    {
        var isSilent = line.Contact.Is == LineContact.There && now - heardAt >= Silence;
        if (isSilent)
            line.Contact.Met(LineContact.NotReached);
        if (call is { } made)
        {
            if (!MayInterrupt(made) || now < made.At + BeforeInterrupting)
                return (null, isSilent);
            isInterrupted = true;
            return (new StationEffect.Interrupt(line.Id), isSilent);
        }
        maker.Outstanding.ForgetIfOverdue(now);
        if (!line.Calls || now < retry.NotBefore || !(HasCause || now >= rest))
            return (null, isSilent);
        call = Make(now);
        isInterrupted = false;
        return (new StationEffect.Exchange(line.Id, call.Bundle.Bytes, pace.Patience(call.Length)), isSilent);
    }

    /// <summary>The bundle to reply with; empty where there is no key to make one with.</summary>
    internal Opaque Reply(TimeSpan now)
    {
        if (!line.HasKeys)
            return Opaque.Empty;
        MeasureReply(now);
        maker.Outstanding.ForgetIfOverdue(now);
        maker.Outstanding.ForgetIfCrossed(now, callsFailed: retry.Failures > 0);
        var made = Make(now);
        reply ??= made.Bundle.Entries > 0 ? made : null;
        return made.Bundle.Bytes;
    }

    /// <summary>A call was answered with so many bytes, something authentic among them or not, or has ended without an
    /// answer.</summary>
    internal void Ended(bool heard, int answered, TimeSpan now)
    {
        var (made, wasInterrupted) = (call, isInterrupted && !heard);
        (call, isInterrupted) = (null, false);
        maker.Outstanding.Forget();
        if (!heard)
            told = ulong.MaxValue; // what was said may not have arrived
        if (wasInterrupted)
            return;
        (heardAt, unheard) = heard ? (now, 0) : (heardAt, unheard + 1);
        line.Contact.Met(heard ? LineContact.There : LineContact.NotReached);
        if (made is not null)
            Measure(made, made.Length + answered, heard, now);
        if (heard && (made is null or { Bundle.Entries: 0 } || Stored > made.StoredBefore))
            retry.Reset();
        else
            retry.Failed(now);
    }

    /// <summary>Something of the other station's arrived: it is there.</summary>
    internal void Heard(TimeSpan now)
    {
        (heardAt, unheard) = (now, 0);
        line.Contact.Met(LineContact.There);
        if (call is null)
            retry.Reset();
    }

    internal void TryNow() => retry.Reset();

    private ulong Stored => line.OtherHas.Aggregate(0UL, (sum, one) => sum + one.Stored.Count);

    private bool MayInterrupt(Trip made) =>
        !isInterrupted && !made.Bundle.HasUrgent && made.Length > Pace.LeastBytes && maker.HasUrgent;

    // Whoever calls again soon may have called before the last reply came; whoever does later has not had it.
    private void MeasureReply(TimeSpan now)
    {
        if (reply is not { } last)
            return;
        var hasArrived = Stored > last.StoredBefore;
        if (!hasArrived && now - last.At < pace.Patience(last.Length))
            return;
        Measure(last, last.Length, hasArrived, now);
        reply = null;
    }

    private void Measure(Trip trip, int bytes, bool hasArrived, TimeSpan now)
    {
        if (hasArrived)
            pace.Arrived(bytes, now - trip.At);
        else
            pace.Lost();
    }

    private Trip Make(TimeSpan now)
    {
        (told, rest) = (line.ToTell, now + Rhythm);
        return new(maker.Make(line.KeyAfter(unheard), pace, now), now, Stored);
    }

    /// <summary>A bundle on its way.</summary>
    /// <param name="Bundle">What was sent.</param>
    /// <param name="At">When.</param>
    /// <param name="StoredBefore">How much of the own log the other station had by then.</param>
    private sealed record Trip(MadeBundle Bundle, TimeSpan At, ulong StoredBefore)
    {
        internal int Length => Bundle.Bytes.Length;
    }
}
