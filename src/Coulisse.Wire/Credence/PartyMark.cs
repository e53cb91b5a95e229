namespace Coulisse.Wire.Credence;

/// <summary>A party by name and seal. The name alone proves nothing and is never shown without the seal's
/// mark.</summary>
public sealed record PartyMark(string Party, SealPublicKey Seal);
