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

    //          ApprovalAsked        ApprovalGiven          ApprovalUsed
    //  Nothing -------------> Asked --------------> Accepted -----------> Crossed
    //                           +-- ApprovalRefused ----+----> Refused ----+-- ApprovalUsed, which crossed --> Crossed
    //                           +-- ApprovalTakenBack --+----> TakenBack --+
    private static readonly Table Approval = new(MatterKind.Approval,
        [ApprovalTakenBack, ApprovalRefused, ApprovalUsed, ApprovalGiven],
    [
        new(Nothing, ApprovalAsked, Who.Either, Right.Confer, Asked),
        new(Asked, ApprovalGiven, Who.AnotherPerson, Right.AsAsked, Accepted),
        .. From([Asked, Accepted], ApprovalRefused, Who.AnotherPerson, Right.AsAsked, Refused),
        .. From([Asked, Accepted], ApprovalTakenBack, Who.SamePerson, Right.Confer, TakenBack),
        // Once is all it allows; should two desks have said it at the same time, both say so. And what was said is
        // said, though a no was on its way: to show it as refused would hide that the other side has read it.
        .. From([Accepted, Crossed], ApprovalUsed, Who.Either, Right.Confer, Crossed),
        .. From([Refused, TakenBack], ApprovalUsed, Who.Either, Right.Confer, Crossed)
            .Select(move => move with { IsLate = true }),
    ]);

    //          RuleSet         RuleLifted
    //  Nothing -------> Stated ----------> Withdrawn
    private static readonly Table Rule = new(MatterKind.Rule, [RuleLifted],
    [
        new(Nothing, RuleSet, Who.Either, Right.Speak, Stated),
        new(Stated, RuleLifted, Who.Either, Right.Speak, Withdrawn),
    ]);

    internal static ImmutableArray<Table> All => [Remark, Dissent, Approval, Rule];
}
