using System.Security.Cryptography;

namespace Coulisse.Signals.Rendering;

/// <summary>Strong entity tags (RFC 9110 §8.8.3) from the bytes themselves.</summary>
public static class EntityTag
{
    public static string Of(ReadOnlySpan<byte> bytes) => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
}
