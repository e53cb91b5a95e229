namespace Coulisse.World.Chance;

/// <summary>A file as a machine finds it whose power failed before its disk had synced: of what was written since, any
/// sectors are there and any are not, and the end may be missing.</summary>
public static class TornWrites
{
    private const int Sector = 512;

    /// <param name="synced">What was surely on the disk.</param>
    /// <param name="written">What was to be there.</param>
    /// <param name="seed">Which sectors reached it.</param>
    public static byte[] Of(byte[] synced, byte[] written, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(synced);
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(seed);
        var most = Math.Max(written.Length - synced.Length, 0);
        var found = new byte[synced.Length + (seed.Below(4) == 0 ? seed.Below(most + 1) : most)];
        synced.CopyTo(found, 0);
        var lostInTen = 1 + seed.Below(9);
        for (var at = 0; at < Math.Min(found.Length, written.Length); at += Sector)
        {
            if (seed.Below(10) < lostInTen)
                continue;
            var size = Math.Min(Sector, Math.Min(found.Length, written.Length) - at);
            written.AsSpan(at, size).CopyTo(found.AsSpan(at, size));
        }
        return found;
    }
}
