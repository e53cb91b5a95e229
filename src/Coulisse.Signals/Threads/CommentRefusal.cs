namespace Coulisse.Signals.Threads;

/// <summary>Why a comment's text or posting is not accepted; each has a sentence in every interface language.</summary>
public enum CommentRefusal
{
    Empty = 1,
    TooLong,
    TooManyBlocks,
    QuotationNotFound,
    OnlyQuotation,
    LanguageMissing,
    ThreadClosed,
    ThreadFull,
    NoSuchComment,
    ParentNotShown,
    FormUsedBefore,
    NotYours,
    NotEditable,
    ChangedMeanwhile,
    TooManyEdits,
    TooManyWaiting,
}
