using Coulisse.Mls.Ratchets;

namespace Coulisse.Mls.Framing;

/// <summary>
/// What a private message said, verified, and the ratchets after it, which the caller keeps or disposes.
/// </summary>
public readonly struct OpenedMessage(AuthenticatedContent content, SecretTree next)
{
    public AuthenticatedContent Content { get; } = content;

    public SecretTree Next { get; } = next;
}
