namespace Coulisse.Mls.Group;

/// <summary>Why the application does not want a change that the protocol would allow.</summary>
public sealed record PolicyRefusal(string Text);
