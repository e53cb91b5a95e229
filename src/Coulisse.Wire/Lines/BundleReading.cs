using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>What was found in the bytes of a bundle: what is authentic, and how much was not. Nothing here is a reason
/// to drop the rest; a carrier may have lost the end, or a stranger may have added to it.</summary>
/// <param name="Standing">The other side's; null if the bytes end before it or nobody of the line made it.</param>
/// <param name="Entries">The authentic entries, in the order of the bytes.</param>
/// <param name="Strange">How many pieces no station of the line made.</param>
/// <param name="Unreadable">How many authentic pieces this version cannot read.</param>
/// <param name="IsCut">Whether the bytes end inside a piece.</param>
public sealed record BundleReading(
    Standing? Standing, IReadOnlyList<VerifiedEntry> Entries, int Strange, int Unreadable, bool IsCut)
{
    /// <summary>Authentic entries of the reader's own log, given back to it.</summary>
    public IReadOnlyList<VerifiedEntry> Returned { get; init; } = [];

    /// <summary>The line that the bytes say they are of, from side; null if they do not say it. Proves
    /// nothing.</summary>
    public static (LineId Line, Side Side)? Address(ReadOnlySpan<byte> bytes)
    {
        var reader = new TlsReader(bytes);
        try
        {
            return ReadAddress(ref reader);
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    /// <summary>Reads bytes that anybody may have made. Never throws on them.</summary>
    /// <param name="bytes">At most <see cref="LineLimits.BundleBytesMax"/>; more is not looked at.</param>
    /// <param name="line">The line they should be of.</param>
    /// <param name="from">The side they should be from.</param>
    /// <param name="keyOf">The key of a term; null for a term that is not known.</param>
    public static BundleReading Read(ReadOnlySpan<byte> bytes, LineId line, Side from, Func<LineTerm, LineKey?> keyOf)
    {
        ArgumentNullException.ThrowIfNull(keyOf);
        var pieces = new Pieces(line, from, keyOf);
        if (bytes.Length > LineLimits.BundleBytesMax || Address(bytes) != (line, from))
            return pieces.Reading(isCut: false);
        var reader = new TlsReader(bytes);
        ReadAddress(ref reader);
        try
        {
            pieces.Take(CarriedStanding.Read(ref reader));
            while (reader.Remaining > 0)
                pieces.Take(CarriedEntry.Read(ref reader));
        }
        catch (DecodeException)
        {
            return pieces.Reading(isCut: true);
        }
        return pieces.Reading(isCut: false);
    }

    private static (LineId Line, Side Side)? ReadAddress(ref TlsReader reader) =>
        reader.ReadUInt16() != BundleWriter.Version ? null
        : (LineId.Read(ref reader), WireFields.ReadKnown<Side>(ref reader, reader.ReadUInt16(), "A side"));

    private sealed class Pieces(LineId line, Side from, Func<LineTerm, LineKey?> keyOf)
    {
        private readonly List<VerifiedEntry> entries = [];
        private readonly List<VerifiedEntry> returned = [];
        private Standing? standing;
        private int strange;
        private int unreadable;

        internal void Take(CarriedStanding carried) =>
            standing = Verified(carried.Term, key => carried.Verified(key, line, from));

        internal void Take(CarriedEntry carried)
        {
            if (Verified(carried.Term, key => carried.Verified(key, line, from)
                ?? carried.Verified(key, line, from.Other())) is { } entry)
                (entry.Entry.Side == from ? entries : returned).Add(entry);
        }

        internal BundleReading Reading(bool isCut) => new(standing, entries, strange, unreadable, isCut)
        {
            Returned = returned,
        };

        private T? Verified<T>(LineTerm term, Func<LineKey, T?> verify)
            where T : class
        {
            try
            {
                if (keyOf(term) is { } key && verify(key) is { } verified)
                    return verified;
                strange++;
            }
            catch (DecodeException)
            {
                unreadable++;
            }
            return null;
        }
    }
}
