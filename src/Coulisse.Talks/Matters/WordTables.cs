using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using static Coulisse.Talks.Acts.ActKind;
using static Coulisse.Talks.Matters.Stage;
using static Coulisse.Talks.Matters.Tables;

namespace Coulisse.Talks.Matters;

/// <summary>What words mean: queries, read-backs, terms.</summary>
internal static class WordTables
{
    //          QueryAsked          QueryAnswered          QueryClosed
    //  Nothing ----------> Asked ---------------> Answered -----------> Closed
    //                        +-----------------------+-- QueryTakenBack --> TakenBack
    private static readonly Table Query = new(MatterKind.Query, [QueryTakenBack, QueryClosed, QueryAnswered],
    [
        new(Nothing, QueryAsked, Who.Either, Right.Ask, Asked),
        .. From([Asked, Answered], QueryAnswered, Who.Other, Right.SpeakForOwnWords, Answered),
        // An answer that was on its way when the asker ended it is still the author's word for it.
        new(Closed, QueryAnswered, Who.Other, Right.SpeakForOwnWords, Closed),
        new(TakenBack, QueryAnswered, Who.Other, Right.SpeakForOwnWords, TakenBack),
        new(Answered, QueryClosed, Who.Opener, Right.Ask, Closed),
        .. From([Asked, Answered], QueryTakenBack, Who.Opener, Right.Ask, TakenBack),
    ]);

    //          ReadBackSaid        ReadBackConfirmed
    //  Nothing ------------> Said -------------------> Confirmed
    //                         +-- ReadBackCorrected ------+------> Corrected
    //                         +-- ReadBackTakenBack -------------> TakenBack
    private static readonly Table ReadBack = new(MatterKind.ReadBack,
        [ReadBackCorrected, ReadBackTakenBack, ReadBackConfirmed],
    [
        new(Nothing, ReadBackSaid, Who.Either, Right.Render, Said),
        new(Said, ReadBackConfirmed, Who.Other, Right.SpeakForOwnWords, Confirmed),
        .. From([Said, Confirmed], ReadBackCorrected, Who.Other, Right.SpeakForOwnWords, Corrected),
        new(Said, ReadBackTakenBack, Who.Opener, Right.Render, TakenBack),
    ]);

    //          TermRaised        TermDefined            TermAgreed
    //  Nothing ----------> Open -------------> Proposed ----------> Agreed <--> Reopened
    //                       +-- TermHasNoEquivalent --> NoEquivalent
    private static readonly Table Term = new(MatterKind.Term,
        [TermWithdrawn, TermDefined, TermHasNoEquivalent, TermAgreed],
    [
        new(Nothing, TermRaised, Who.Either, Right.Ask, Open),
        .. From([Open, Proposed, NoEquivalent], TermDefined, Who.Either, Right.Render, Proposed),
        .. From([Agreed, Reopened], TermDefined, Who.Either, Right.Render, Reopened),
        new(Proposed, TermWithdrawn, Who.ItsAuthor, Right.Render, Open),
        new(Reopened, TermWithdrawn, Who.ItsAuthor, Right.Render, Agreed),
        .. From([Open, Proposed, NoEquivalent], TermHasNoEquivalent, Who.Either, Right.Render, NoEquivalent),
        .. From([Proposed, Reopened], TermAgreed, Who.ItsReader, Right.Consent, Agreed),
    ]);

    internal static ImmutableArray<Table> All => [Query, ReadBack, Term];
}
