using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Storage;

/// <summary>An entry of a log as it is kept. Number and hash stay for ever; the body goes when nobody needs
/// it.</summary>
/// <param name="Link">Its place and hash.</param>
/// <param name="Follows">The entry before it.</param>
/// <param name="Rank">How soon it leaves.</param>
/// <param name="Bytes">The length of its encoding.</param>
/// <param name="Body">The encoding; empty once it was dropped.</param>
public sealed record KeptEntry(EntryLink Link, EntryLink Follows, LeadRank Rank, int Bytes, Opaque Body);
