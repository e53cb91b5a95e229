namespace Coulisse.Door;

/// <summary>Which messages of a room are to be conveyed, by their numbers here, into which; and the words, if they are
/// others than those that were said. With the digits of what was shown, and the name of the party that will read it, as
/// a person typed it, it is done; against the terms of the room only if that is meant too.</summary>
public sealed record ConveyQuestion(IReadOnlyList<ulong> Messages, string Into, string? Text = null,
    string? Digest = null, string? Typed = null, bool IsAgainstTerms = false);

/// <summary>What would be conveyed, whole: out of which room, with whom, on which terms; into which, with whom; what
/// has to be known first, in a sentence and by a name (IntoOwn, OutOfOwn, OneParty or Crosses); and the digits of
/// exactly this text. What the terms say of quoting by its name, with the numbers of the messages that they do not let
/// be quoted, if there are any.</summary>
public sealed record ConveyTextAnswer(string Text, RoomAnswer From, RoomAnswer Into, string FromParty, string IntoParty,
    string Words, string Digest, string How, string? AgainstQuoting = null, IReadOnlyList<ulong>? Against = null);

/// <summary>What was conveyed: when, out of which room and messages, into which and as which message, by
/// whom.</summary>
public sealed record ConveyedAnswer(ulong Number, DateTimeOffset At, string From, string FromParty,
    IReadOnlyList<ulong> Messages, string Into, string IntoParty, ulong Order, string By, bool IsOwnWording,
    string Hash, string? AgainstTerms = null);
