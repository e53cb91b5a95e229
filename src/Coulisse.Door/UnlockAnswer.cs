namespace Coulisse.Door;

/// <summary>That the passphrase was the desk's.</summary>
public sealed record UnlockAnswer(bool IsOpen);
