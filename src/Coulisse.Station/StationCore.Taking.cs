using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Station.Giving;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>What each event does.</summary>
public sealed partial class StationCore
{
    private void Take(StationEvent happened, Moment now, List<StationEffect> answers,
        List<(ulong Ticket, LineId Line)> replies)
    {
        switch (happened)
        {
            case StationEvent.Submitted e:
                answers.Add(new StationEffect.Answer(e.Ticket, Submit(e)));
                break;
            case StationEvent.BundleCame e:
                Receive(e, now, answers, replies);
                break;
            case StationEvent.ExchangeEnded e:
                if (LineOf(e.Line) is { } called)
                    exchanges[e.Line].Ended(e.Answer is { } bundle && called.Receive(bundle.Span),
                        e.Answer?.Length ?? 0, now.Steady);
                break;
            case StationEvent.Restored e:
                LineOf(e.Line)?.Restored();
                home?.Restored(); // it is in the same file
                break;
            case StationEvent.MissingGivenUp e:
                LineOf(e.Line)?.GiveUp();
                home?.GiveUp();
                break;
            case StationEvent.TryNow e:
                exchanges.GetValueOrDefault(e.Line)?.TryNow();
                break;
            case StationEvent.TimePassed:
                break;
            default:
                TakeOfDesk(happened, now.Wall);
                break;
        }
    }

    private void TakeOfDesk(StationEvent happened, DateTimeOffset now)
    {
        switch (happened)
        {
            case StationEvent.DeskEnrolled e:
                LineOf(e.Line)?.Enrol(e.Desk, now);
                home?.Enrol(e.Desk, now);
                break;
            case StationEvent.DeskCutOff e:
                LineOf(e.Line)?.CutOff(e.Desk);
                if (lines.Values.All(line => line.Desks.Of(e.Desk) is not { IsCutOff: false }))
                    home?.CutOff(e.Desk); // who serves on another line is still one of ours
                break;
            case StationEvent.DeskCame e:
                Come(e);
                break;
            case StationEvent.DeskReady e:
                connections.GetValueOrDefault(e.Connection)?.Allow(e.Count);
                break;
            case StationEvent.DeskWent e:
                connections.Remove(e.Connection);
                break;
            case StationEvent.Reported e:
                if (LogOf(e.Line) is { } reported && reported.Desks.Of(e.Desk) is { } desk)
                {
                    reported.Desks.Hear(e.Desk, now);
                    reported.Report(desk, e.Reports);
                }
                break;
            case StationEvent.Offered e:
                if (LogOf(e.Line) is { } offered && offered.Desks.Of(e.Desk) is { } from)
                    offered.Offer(from, e.Offer, e.Bytes);
                break;
            default:
                throw new UnreachableException();
        }
    }

    // A desk listens once: a new connection takes the place of the one before, which may be dead without a word.
    private void Come(StationEvent.DeskCame happened)
    {
        foreach (var (earlier, _) in connections.Where(one => one.Value.Desk == happened.Desk).ToList())
        {
            connections.Remove(earlier);
            if (earlier != happened.Connection)
                ended.Add(earlier);
        }
        // The lines come first: what is said at home is given as there is room.
        connections[happened.Connection] = new(happened.Connection,
            [.. lines.Values, .. home is null ? [] : (DeskLog[])[home]], happened.Desk);
    }

    private Verdict Submit(StationEvent.Submitted happened)
    {
        Submission submission;
        try
        {
            submission = WireValue.Decode<Submission>(happened.Submission.Span);
        }
        catch (DecodeException)
        {
            return new(0, Submission.Start, VerdictKind.Malformed, EntryPlace.None, 0);
        }
        if (submission.Desk != happened.Desk || LogOf(submission.Line) is not { } log
            || log.Desks.Of(happened.Desk) is not { } desk)
            return new(submission.Number, submission.Hash(), VerdictKind.CutOff, EntryPlace.None, 0);
        return log.Submit(desk, submission);
    }

    private void Receive(StationEvent.BundleCame happened, Moment now, List<StationEffect> answers,
        List<(ulong Ticket, LineId Line)> replies)
    {
        if (LineOf(happened.Line) is not { } line)
        {
            answers.Add(new StationEffect.Reply(happened.Ticket, Opaque.Empty));
            return;
        }
        if (line.Receive(happened.Bundle.Span))
            exchanges[line.Id].Heard(now.Steady);
        replies.Add((happened.Ticket, line.Id));
    }
}
