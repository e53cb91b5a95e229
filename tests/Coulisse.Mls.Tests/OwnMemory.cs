using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Mls.Tests;

/// <summary>
/// Looks for secrets in all that this process may write to: heaps, stacks, and what libraries have left behind. It
/// remembers hashes only, so that it never finds itself. Linux.
/// </summary>
internal sealed unsafe class OwnMemory : IDisposable
{
    private const int Chunk = 1 << 20;
    private const int Window = 32;
    private const int Prefix = sizeof(ulong);
    private const int BloomBits = 1 << 20;

    private readonly Dictionary<string, string> names = []; // by hash
    private readonly bool[] bloom = new bool[BloomBits];
    private readonly byte* buffer = (byte*)NativeMemory.Alloc(Chunk);

    /// <summary>Remembers a secret's first bytes by this name.</summary>
    internal void Watch(string name, SecretBytes secret)
    {
        var window = secret.Reveal()[..Window];
        bloom[Place(window)] = true;
        names.Add(Convert.ToHexString(SHA256.HashData(window)), name);
    }

    /// <summary>The names of those that are somewhere, and how often.</summary>
    internal SortedDictionary<string, int> Find()
    {
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var memory = File.OpenHandle("/proc/self/mem");
        foreach (var (start, end) in Writable())
        {
            for (var at = start; at < end; at += Chunk - Window)
                Look(memory, at, (int)Math.Min(Chunk, end - at), found);
        }
        NativeMemory.Clear(buffer, Chunk);
        return found;
    }

    public void Dispose() => NativeMemory.Free(buffer);

    private static IEnumerable<(long Start, long End)> Writable() =>
        from line in File.ReadAllLines("/proc/self/maps")
        let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where fields[1].StartsWith("rw", StringComparison.Ordinal)
        let range = fields[0].Split('-')
        select (long.Parse(range[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            long.Parse(range[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private void Look(Microsoft.Win32.SafeHandles.SafeFileHandle memory, long at, int bytes,
        SortedDictionary<string, int> found)
    {
        int read;
        try
        {
            read = RandomAccess.Read(memory, new Span<byte>(buffer, bytes), at);
        }
        catch (IOException)
        {
            return; // a page that was given back meanwhile, or a guard
        }
        for (var place = 0; place + Window <= read; place++)
        {
            var window = new ReadOnlySpan<byte>(buffer + place, Window);
            var here = at + place;
            if (bloom[Place(window)] && (here + Window <= (long)buffer || here >= (long)buffer + Chunk)
                && names.TryGetValue(Convert.ToHexString(SHA256.HashData(window)), out var name))
                found[name] = found.GetValueOrDefault(name) + 1;
        }
    }

    private static int Place(ReadOnlySpan<byte> bytes)
    {
        var prefix = BitOperations.RotateLeft(MemoryMarshal.Read<ulong>(bytes[..Prefix]), 7);
        return (int)(unchecked(prefix * 0x9E3779B97F4A7C15UL) >> 44);
    }
}
