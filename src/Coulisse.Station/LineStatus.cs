using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>What a station knows of a line, for people and tests.</summary>
/// <param name="OwnLength">How many entries the own log has.</param>
/// <param name="OtherHas">What of them the other side said it has.</param>
/// <param name="Here">What of the other's log is here.</param>
/// <param name="Missing">How many of the other's entries are known to be missing.</param>
/// <param name="Frozen">Why the line is frozen; null while it is not.</param>
/// <param name="IsRestoring">Whether nothing is written because the file may be an old copy.</param>
/// <param name="Damaged">How many entries were found in the file as nobody wrote them.</param>
/// <param name="Lost">While restoring: how many own entries others know of, and are not here.</param>
/// <param name="Awaited">While restoring: how many own desks have not said what they remember.</param>
/// <param name="Contact">Whether the other station is there.</param>
public sealed record LineStatus(ulong OwnLength, WireList<LogProgress> OtherHas, WireList<LogProgress> Here,
    ulong Missing, FreezeReason? Frozen, bool IsRestoring, ulong Damaged, ulong Lost,
    uint Awaited, LineContact Contact);
