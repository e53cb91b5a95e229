namespace Coulisse.Signals.Threads;

/// <summary>Where a comment stands; the numbers are those in the page's file.</summary>
/// <remarks><code>
///  written --rules--> Held --release--> Shown --remove--> Removed
///                      |  ^               | ^---restore------'
///                      |  '-(appeal)-.    '---withdraw--> Withdrawn
///                      '---refuse--> Refused
/// </code>
/// A comment gets its number when it is first shown, and keeps it ever after. An author can take back the words in every state.
/// </remarks>
public enum CommentState
{
    Held = 1,
    Shown = 2,
    Withdrawn = 3,
    Removed = 4,
    Refused = 5,
}
