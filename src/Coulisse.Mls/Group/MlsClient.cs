using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>What a client brings to every group it is in. Immutable, and shared by all of them.</summary>
public sealed class MlsClient
{
    /// <summary>The suites it speaks.</summary>
    public required CiphersuiteSet Suites { get; init; }

    /// <summary>What its leaves say it supports. Nothing here may be more than the application really does.</summary>
    public required Capabilities Capabilities { get; init; }

    /// <summary>The application's own rules.</summary>
    public required IGroupPolicy Policy { get; init; }

    /// <summary>Where random bytes come from.</summary>
    public required IRandomSource Random { get; init; }

    /// <summary>
    /// The longest lifetime of a key package that is accepted, in seconds. Every member of a group has the same number.
    /// </summary>
    public ulong LifetimeSecondsMax { get; init; } = 400 * 24 * 60 * 60;

    /// <summary>
    /// How many epochs' keys for late messages are kept at most;
    /// then the oldest go. The application drops them earlier,
    /// with <see cref="MlsGroup.DropEpochsBefore"/>.
    /// </summary>
    public int PastEpochsMax { get; init; } = 64;

    /// <summary>
    /// Whether keys of finished epochs are kept, as long as their late messages can be read, for proposals that mix
    /// them
    /// into a later epoch (RFC 9420 §8.6). Rooms do without.
    /// </summary>
    public bool KeepsResumptionKeys { get; init; }

    /// <summary>Whether its key packages hold values that mean nothing (RFC 9420 §13.5), as they should.</summary>
    public bool SaysGrease { get; init; } = true;

    /// <summary>How the lengths of private messages are hidden.</summary>
    public Padding Padding { get; init; } = Padding.ToMultipleOf(256);

    /// <summary>
    /// Finds an external pre-shared key by its identifier; null if there is none. Each call gives a copy, disposed
    /// here.
    /// </summary>
    public Func<Opaque, SecretBytes?> FindPsk { get; init; } = _ => null;
}
