using Coulisse.Mls.Errors;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Welcomes that open, and hold what is no encoding: RFC 9420 §2.1.</summary>
internal static class BrokenWelcomeBytes
{
    // Before the path secret's presence: the joiner secret, 32 bytes with their length.
    private const int PresencePlace = 33;

    internal static readonly IReadOnlyList<BrokenWelcome> All =
    [
        Secrets("secrets with a byte behind them", MlsErrorCode.EncodingTrailingBytes, bytes => [.. bytes, 0]),
        Secrets("secrets cut short", MlsErrorCode.EncodingTruncated, bytes => bytes[..^1]),
        Secrets("a joiner secret longer than all that is left", MlsErrorCode.EncodingTruncated, bytes =>
            [0x40, 0xff, .. bytes[1..]]),
        Secrets("a path secret neither there nor not", MlsErrorCode.EncodingUnknownValue, bytes =>
            [.. bytes[..PresencePlace], 2, .. bytes[(PresencePlace + 1)..]]),
        Secrets("no secrets at all", MlsErrorCode.EncodingTruncated, _ => []),
        Info("a group info with a byte behind it", MlsErrorCode.EncodingTrailingBytes, bytes => [.. bytes, 0]),
        Info("a group info cut short", MlsErrorCode.EncodingTruncated, bytes => bytes[..^1]),
        Info("a context of an unknown version", MlsErrorCode.EncodingUnknownValue, bytes => [0, 2, .. bytes[2..]]),
        Info("no group info at all", MlsErrorCode.EncodingTruncated, _ => []),
    ];

    private static BrokenWelcome Secrets(string name, MlsErrorCode code, Func<byte[], byte[]> change) =>
        new(name, "2.1", code, _ => new() { SecretsBytes = change }) { Whole = _ => new() };

    private static BrokenWelcome Info(string name, MlsErrorCode code, Func<byte[], byte[]> change) =>
        new(name, "2.1", code, _ => new() { InfoBytes = change }) { Whole = _ => new() };
}
