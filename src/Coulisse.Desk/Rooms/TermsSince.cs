using Coulisse.Crypto.Codec;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>What of a room's terms programs go by, from an epoch on: what was said before keeps what held then, and
/// every desk finds the same of a message, whenever it comes.</summary>
/// <remarks><code>struct { uint64 epoch; uint16 record; uint32 retention_days; uint16 quoting; uint16 may_consent; }
/// TermsSince;</code></remarks>
/// <param name="Epoch">The first in which they hold.</param>
/// <param name="Terms">What holds.</param>
internal sealed record TermsSince(ulong Epoch, TermsInForce Terms) : IWireValue<TermsSince>
{
    /// <summary>How many changes are kept; of earlier epochs nothing can come any more.</summary>
    internal const int Max = 1_024;

    internal const int Bytes = 18;

    /// <summary>With the terms of a new epoch.</summary>
    internal static WireList<TermsSince> With(WireList<TermsSince> all, ulong epoch, RoomCharter? charter) =>
        charter?.Terms.InForce is not { } now || (all.Count > 0 && all[^1].Terms == now) ? all
            : WireList.From(all.Where(one => one.Epoch < epoch).Append(new(epoch, now)).TakeLast(Max));

    /// <summary>What held in an epoch.</summary>
    internal static TermsInForce In(WireList<TermsSince> all, ulong epoch) =>
        (all.LastOrDefault(one => one.Epoch <= epoch) ?? (all.Count > 0 ? all[0] : null))?.Terms ?? TermsInForce.None;

    public static TermsSince Read(ref TlsReader reader) => new(reader.ReadUInt64(), new(
        (RecordMode)reader.ReadUInt16(), reader.ReadUInt32(), (Quoting)reader.ReadUInt16(),
        (Mandate)reader.ReadUInt16()));

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Epoch);
        writer.WriteUInt16((ushort)Terms.Record);
        writer.WriteUInt32(Terms.RetentionDays);
        writer.WriteUInt16((ushort)Terms.Quoting);
        writer.WriteUInt16((ushort)Terms.MayConsent);
    }
}
