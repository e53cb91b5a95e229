using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;

namespace Coulisse.Station.Storage;

/// <summary>One desk of the own side on one line.</summary>
/// <param name="Desk">The identifier of its accreditation.</param>
/// <param name="IsCutOff">Whether its party takes nothing more from it.</param>
/// <param name="Number">The number of its last submission that was decided; 0 before the first.</param>
/// <param name="Last">The hash of that submission.</param>
/// <param name="Reports">What it has processed, by side and incarnation.</param>
/// <param name="Heard">When it was last heard of by the machine's clock, or put on the line, to the hour; Unix time in
/// seconds. Only ever shown.</param>
public sealed record DeskRow(Opaque Desk, bool IsCutOff, ulong Number, Opaque Last, WireList<LogReport> Reports,
    ulong Heard = 0);
