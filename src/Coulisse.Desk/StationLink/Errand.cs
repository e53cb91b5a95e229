namespace Coulisse.Desk.StationLink;

/// <summary>Something to do on the desk's one thread, what to do once it is durable, and what instead of that if the
/// desk stops before.</summary>
internal sealed record Errand(Action Do, Action Tell, Action Abandon);
