using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using static Coulisse.Talks.Acts.ActKind;
using static Coulisse.Talks.Matters.Stage;
using static Coulisse.Talks.Matters.Tables;

namespace Coulisse.Talks.Matters;

/// <summary>What both sides sign: what is put on record, and the terms of the line.</summary>
internal static class RecordTables
{
    //          RecordProposed             RecordCountersigned
    //  Nothing --------------> Proposed ------------------------> Countersigned
    //                             +-- RecordDeclined --> Refused --------^
    // A signature cannot be taken back: whoever has it may add theirs at any time, after having declined too. To show
    // anything else would be to show less than what can be proved.
    private static readonly Table Record = new(MatterKind.Record, [RecordCountersigned, RecordDeclined],
    [
        new(Nothing, RecordProposed, Who.Either, Right.Consent, Proposed),
        .. From([Proposed, Refused], RecordCountersigned, Who.Other, Right.Consent, Countersigned),
        new(Proposed, RecordDeclined, Who.Other, Right.Speak, Refused),
    ]);

    //          LineCharterProposed             LineCharterAgreed
    //  Nothing -------------------> Proposed ----------------------> Agreed
    //                                  +-- LineCharterDeclined --> Refused --^
    // It cannot be taken back either: who signed first is held to it until other terms of the line are agreed on.
    private static readonly Table LineCharter = new(MatterKind.LineCharter, [LineCharterAgreed, LineCharterDeclined],
    [
        new(Nothing, LineCharterProposed, Who.Either, Right.Consent, Proposed),
        .. From([Proposed, Refused], LineCharterAgreed, Who.Other, Right.Consent, Agreed),
        new(Proposed, LineCharterDeclined, Who.Other, Right.Speak, Refused),
    ]);

    internal static ImmutableArray<Table> All => [Record, LineCharter];
}
