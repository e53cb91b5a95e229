using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using static Coulisse.Talks.Acts.ActKind;
using static Coulisse.Talks.Matters.Stage;
using static Coulisse.Talks.Matters.Tables;

namespace Coulisse.Talks.Matters;

/// <summary>What is put on record.</summary>
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

    internal static ImmutableArray<Table> All => [Record];
}
