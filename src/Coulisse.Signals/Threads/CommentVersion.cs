using NodaTime;

namespace Coulisse.Signals.Threads;

/// <summary>What a comment said before it was edited.</summary>
public sealed record CommentVersion(int Number, CommentText Text, Instant? WrittenAt);
