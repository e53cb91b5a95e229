namespace Coulisse.Door;

/// <summary>The parties of the line, our own first.</summary>
public sealed record PartiesAnswer(IReadOnlyList<PartyAnswer> Parties);

/// <summary>A party: its seal's key in hexadecimal digits and its fingerprint in groups, what is known of what the seal
/// has signed, how many entries of that are not here, and whom it accredited.</summary>
public sealed record PartyAnswer(string Party, bool IsOurs, string Key, string Fingerprint, string Chain,
    ulong Missing, IReadOnlyList<HolderAnswer> Holders);

/// <summary>A station or a desk as its party's seal accredits it; whether that is in force, by a name, and whether it
/// is this very desk.</summary>
public sealed record HolderAnswer(string Kind, IReadOnlyList<WordingAnswer> Office, string Mandate, string Id,
    DateTimeOffset From, DateTimeOffset Until, string Force, bool IsHere);
