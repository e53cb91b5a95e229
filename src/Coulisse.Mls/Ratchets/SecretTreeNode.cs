using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Ratchets;

/// <summary>
/// A node of the secret tree: first a secret from which everything below follows, then what followed from it. Unfolding
/// changes what is held, not what it means, so all states that share a node see it unfolded, and its secret is gone.
/// </summary>
internal sealed class SecretTreeNode : Shared
{
    private SecretBytes? secret;
    private SecretTreeNode? left;
    private SecretTreeNode? right;
    private SenderRatchet? handshake;
    private SenderRatchet? application;

    /// <summary>A node still folded; takes over the secret.</summary>
    internal SecretTreeNode(SecretBytes secret) => this.secret = secret;

    private SecretTreeNode()
    {
    }

    /// <summary>A leaf whose two ratchets nobody holds any more.</summary>
    internal static SecretTreeNode ErasedLeaf() => new();

    /// <summary>The secret of a node still folded.</summary>
    internal SecretBytes? Folded => secret;

    internal bool IsErasedLeaf => secret is null && left is null && handshake is null;

    internal SecretTreeNode Left => left ?? throw new UnreachableException();

    internal SecretTreeNode Right => right ?? throw new UnreachableException();

    /// <summary>One of the two ratchets of an unfolded leaf.</summary>
    internal SenderRatchet Ratchet(RatchetKind kind) =>
        (kind == RatchetKind.Handshake ? handshake : application) ?? throw new UnreachableException();

    /// <summary>RFC 9420 §9: the secrets of a parent's two children replace its own.</summary>
    internal void UnfoldParent(Ciphersuite suite)
    {
        if (secret is null)
            return;
        left = new SecretTreeNode(suite.ExpandWithLabel(secret.Reveal(), "tree"u8, "left"u8));
        right = new SecretTreeNode(suite.ExpandWithLabel(secret.Reveal(), "tree"u8, "right"u8));
        ForgetSecret();
    }

    /// <summary>RFC 9420 §9: the two ratchets of a leaf replace its secret.</summary>
    internal void UnfoldLeaf(Ciphersuite suite)
    {
        if (secret is null)
            return;
        handshake = SenderRatchet.First(suite.ExpandWithLabel(secret.Reveal(), "handshake"u8, context: default));
        application = SenderRatchet.First(suite.ExpandWithLabel(secret.Reveal(), "application"u8, context: default));
        ForgetSecret();
    }

    /// <summary>This parent with another child; takes over the child and shares the other one.</summary>
    internal SecretTreeNode WithChild(SecretTreeNode child, bool onTheRight) => new()
    {
        left = onTheRight ? Left.Held() : child,
        right = onTheRight ? child : Right.Held(),
    };

    /// <summary>This leaf with another ratchet; takes over the ratchet and shares the other one.</summary>
    internal SecretTreeNode WithRatchet(RatchetKind kind, SenderRatchet ratchet) => new()
    {
        handshake = kind == RatchetKind.Handshake ? ratchet : Ratchet(RatchetKind.Handshake).Held(),
        application = kind == RatchetKind.Application ? ratchet : Ratchet(RatchetKind.Application).Held(),
    };

    internal void Save(ref ScratchWriter output)
    {
        if (secret is not null)
        {
            output.WriteUInt8((byte)Kind.Folded);
            output.WriteVector(secret.Reveal());
        }
        else if (left is not null)
        {
            output.WriteUInt8((byte)Kind.Parent);
            Left.Save(ref output);
            Right.Save(ref output);
        }
        else if (IsErasedLeaf)
        {
            output.WriteUInt8((byte)Kind.ErasedLeaf);
        }
        else
        {
            output.WriteUInt8((byte)Kind.Leaf);
            Ratchet(RatchetKind.Handshake).Save(ref output);
            Ratchet(RatchetKind.Application).Save(ref output);
        }
    }

    /// <summary>Reads a subtree of <paramref name="leaves"/> leaves.</summary>
    internal static SecretTreeNode Load(Ciphersuite suite, uint leaves, ref TlsReader reader)
    {
        var kind = (Kind)reader.ReadUInt8();
        return kind switch
        {
            Kind.Folded => new SecretTreeNode(SecretBytes.CopyOf(reader.ReadVector(suite.Hash.HashBytes))),
            Kind.Parent when leaves > 1 => new SecretTreeNode
            {
                left = Load(suite, leaves / 2, ref reader),
                right = Load(suite, leaves / 2, ref reader),
            },
            Kind.Leaf when leaves == 1 => new SecretTreeNode
            {
                handshake = SenderRatchet.Load(suite, ref reader),
                application = SenderRatchet.Load(suite, ref reader),
            },
            Kind.ErasedLeaf when leaves == 1 => ErasedLeaf(),
            _ => throw reader.Refuse(DecodeCode.UnknownValue, "A saved secret tree has another form."),
        };
    }

    private protected override void Erase()
    {
        secret?.Dispose();
        left?.LetGo();
        right?.LetGo();
        handshake?.LetGo();
        application?.LetGo();
    }

    private void ForgetSecret()
    {
        secret?.Dispose();
        secret = null;
    }

    private enum Kind : byte
    {
        Folded = 1,
        Parent = 2,
        Leaf = 3,
        ErasedLeaf = 4,
    }
}
