namespace Coulisse.Demo;

/// <summary>The demo cannot go on; the message says what happened and what to do.</summary>
internal sealed class StageException(string message) : Exception(message);
