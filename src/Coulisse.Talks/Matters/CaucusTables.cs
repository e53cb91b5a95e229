using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using static Coulisse.Talks.Acts.ActKind;
using static Coulisse.Talks.Matters.Stage;
using static Coulisse.Talks.Matters.Tables;

namespace Coulisse.Talks.Matters;

/// <summary>Among one's own.</summary>
internal static class CaucusTables
{
    private static readonly Table Remark = new(MatterKind.Remark, [RemarkVoted],
    [
        new(Nothing, RemarkMade, Who.Either, Right.Confer, Said),
        new(Said, RemarkVoted, Who.Either, Right.Confer, Said),
    ]);

    private static readonly Table Dissent = new(MatterKind.Dissent, [],
    [
        new(Nothing, DissentRecorded, Who.Either, Right.Confer, Said),
    ]);

    //          ApprovalAsked        ApprovalGiven
    //  Nothing -------------> Asked --------------> Accepted
    //                           +-- ApprovalRefused ----+----> Refused
    //                           +-- ApprovalTakenBack --+----> TakenBack
    private static readonly Table Approval = new(MatterKind.Approval,
        [ApprovalTakenBack, ApprovalRefused, ApprovalGiven],
    [
        new(Nothing, ApprovalAsked, Who.Either, Right.Confer, Asked),
        new(Asked, ApprovalGiven, Who.AnotherPerson, Right.AsAsked, Accepted),
        .. From([Asked, Accepted], ApprovalRefused, Who.AnotherPerson, Right.AsAsked, Refused),
        .. From([Asked, Accepted], ApprovalTakenBack, Who.SamePerson, Right.Confer, TakenBack),
    ]);

    internal static ImmutableArray<Table> All => [Remark, Dissent, Approval];
}
