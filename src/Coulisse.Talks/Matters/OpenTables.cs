using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using static Coulisse.Talks.Acts.ActKind;
using static Coulisse.Talks.Matters.Stage;
using static Coulisse.Talks.Matters.Tables;

namespace Coulisse.Talks.Matters;

/// <summary>What is said in the open.</summary>
internal static class OpenTables
{
    //          SignalAsked         SignalAccepted           SignalReleased
    //  Nothing -----------> Asked ----------------> Accepted --------------> Revealed
    //                        |  +-- SignalCountered --> Countered --(accepted by the other)--^
    //                        +-- SignalRefused --> Refused, from any of them; SignalTakenBack --> TakenBack
    private static readonly Table Signal = new(MatterKind.Signal,
        [SignalReleased, SignalTakenBack, SignalRefused, SignalCountered, SignalAccepted],
    [
        new(Nothing, SignalAsked, Who.Either, Right.Speak, Asked),
        .. From([Asked, Countered], SignalAccepted, Who.ItsReader, Right.Consent, Accepted),
        .. From([Asked, Countered], SignalCountered, Who.ItsReader, Right.Speak, Countered),
        .. From([Asked, Countered, Accepted], SignalRefused, Who.Other, Right.Speak, Refused),
        .. From([Asked, Countered, Accepted], SignalTakenBack, Who.Opener, Right.Speak, TakenBack),
        new(Accepted, SignalReleased, Who.Other, Right.Speak, Revealed),
    ]);

    //          ReleaseOffered             ReleaseJoined           ReleaseRevealed
    //  Nothing --------------> Proposed ---------------> Bound -----------------> Revealed (both)
    //                             +-- ReleaseCalledOff ----+--> CalledOff
    // Once a side has shown its text there is nothing left to call off.
    private static readonly Table Release = new(MatterKind.Release,
        [ReleaseRevealed, ReleaseCalledOff, ReleaseJoined],
    [
        new(Nothing, ReleaseOffered, Who.Either, Right.Consent, Proposed),
        new(Proposed, ReleaseJoined, Who.Other, Right.Consent, Bound),
        .. From([Proposed, Bound], ReleaseCalledOff, Who.Either, Right.Speak, CalledOff),
        .. From([Bound, Revealed], ReleaseRevealed, Who.Either, Right.Speak, Revealed),
    ]);

    internal static ImmutableArray<Table> All => [Signal, Release];
}
