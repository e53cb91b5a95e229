using System.Collections.Concurrent;
using Coulisse.Wire.Credence;

namespace Coulisse.Signals.Pages;

/// <summary>The fingerprints of the seals that this page carries. Each costs 64 MiB and a tenth of a second, so it is taken once.</summary>
public sealed class Fingerprints
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Eight groups of five digits; null when the text is no seal's key.</summary>
    /// <param name="seal">64 lower-case hexadecimal digits.</param>
    public string? Of(string seal) => SealPublicKey.FromHex(seal) is { } key
        ? _known.GetOrAdd(seal, static (_, known) => SealFingerprint.Of(known).ToString(), key)
        : null;
}
