using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Coulisse.Signals.Rendering;

/// <summary>Strong entity tags (RFC 9110 §8.8.3) from the bytes themselves.</summary>
public static class EntityTag
{
    private const int HeaderCharsMax = 4_096;

    /// <summary>Whether <c>If-None-Match</c> names this tag (RFC 9110 §13.1.2: weakly compared; <c>*</c> is any). In a
    /// header longer than 4,096 characters none is looked for: whoever sends it gets the page.</summary>
    public static bool IsAmong(StringValues header, string tag) =>
        header == tag
        || (header.Count > 0 && header.Sum(one => one?.Length) <= HeaderCharsMax
            && EntityTagHeaderValue.TryParseList(header.ToArray()!, out var named)
            && named.Any(one => one.Tag == "*" || one.Tag == tag));

    public static string Of(ReadOnlySpan<byte> bytes) => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
}
