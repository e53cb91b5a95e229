using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Proposals;

namespace Coulisse.Mls.Tree;

/// <summary>
/// Counts over the whole tree that its rules ask for, kept up to date with each change so that no message costs a walk
/// over all members: which keys there are, what members support and which credentials they use.
/// </summary>
internal sealed class TreeCensus
{
    internal static readonly TreeCensus Empty = new([], [], [], 0, 0);

    private readonly ImmutableDictionary<Opaque, int> encryptionKeys;
    private readonly ImmutableDictionary<Opaque, int> signatureKeys;
    private readonly ImmutableDictionary<uint, int> support;
    private readonly int sameEncryptionKeys;
    private readonly int sameSignatureKeys;

    private TreeCensus(
        ImmutableDictionary<Opaque, int> encryptionKeys, ImmutableDictionary<Opaque, int> signatureKeys,
        ImmutableDictionary<uint, int> support, int sameEncryptionKeys, int sameSignatureKeys)
    {
        this.encryptionKeys = encryptionKeys;
        this.signatureKeys = signatureKeys;
        this.support = support;
        this.sameEncryptionKeys = sameEncryptionKeys;
        this.sameSignatureKeys = sameSignatureKeys;
    }

    /// <summary>Whether two nodes, leaves or not, have one encryption key.</summary>
    internal bool HasSameEncryptionKeys => sameEncryptionKeys > 0;

    /// <summary>Whether two members have one signature key.</summary>
    internal bool HasSameSignatureKeys => sameSignatureKeys > 0;

    /// <summary>The kinds of credential that members use.</summary>
    internal IEnumerable<CredentialType> CredentialsInUse =>
        from entry in support
        where entry.Key >> 16 == (uint)Kind.CredentialInUse
        select new CredentialType((ushort)(entry.Key & 0xffff));

    internal bool HasEncryptionKey(Opaque key) => encryptionKeys.ContainsKey(key);

    internal bool HasSignatureKey(Opaque key) => signatureKeys.ContainsKey(key);

    internal int Supporting(CredentialType type) => support.GetValueOrDefault(Code(Kind.Credential, type.Value));

    internal int Supporting(ExtensionType type) => support.GetValueOrDefault(Code(Kind.Extension, type.Value));

    internal int Supporting(ProposalType type) => support.GetValueOrDefault(Code(Kind.Proposal, type.Value));

    internal Counting ToCounting() => new(this);

    private static uint Code(Kind kind, ushort value) => ((uint)kind << 16) | value;

    private enum Kind
    {
        Credential = 1,
        Extension = 2,
        Proposal = 3,
        CredentialInUse = 4,
    }

    /// <summary>The counts while a tree is being changed.</summary>
    internal sealed class Counting(TreeCensus from)
    {
        private readonly ImmutableDictionary<Opaque, int>.Builder encryptionKeys = from.encryptionKeys.ToBuilder();
        private readonly ImmutableDictionary<Opaque, int>.Builder signatureKeys = from.signatureKeys.ToBuilder();
        private readonly ImmutableDictionary<uint, int>.Builder support = from.support.ToBuilder();
        private int sameEncryptionKeys = from.sameEncryptionKeys;
        private int sameSignatureKeys = from.sameSignatureKeys;

        internal void Replace(LeafNode? before, LeafNode? after)
        {
            if (before is not null)
            {
                sameEncryptionKeys -= Count(encryptionKeys, before.EncryptionKey.Value, -1);
                sameSignatureKeys -= Count(signatureKeys, before.SignatureKey, -1);
            }
            if (after is not null)
            {
                sameEncryptionKeys += Count(encryptionKeys, after.EncryptionKey.Value, 1);
                sameSignatureKeys += Count(signatureKeys, after.SignatureKey, 1);
            }
            if (before?.Capabilities == after?.Capabilities && before?.Credential.Type == after?.Credential.Type)
                return;
            CountSupport(before, -1);
            CountSupport(after, 1);
        }

        internal void Replace(ParentNode? before, ParentNode? after)
        {
            if (before is not null)
                sameEncryptionKeys -= Count(encryptionKeys, before.EncryptionKey.Value, -1);
            if (after is not null)
                sameEncryptionKeys += Count(encryptionKeys, after.EncryptionKey.Value, 1);
        }

        internal bool HasEncryptionKey(Opaque key) => encryptionKeys.ContainsKey(key);

        internal TreeCensus ToCensus() => new(encryptionKeys.ToImmutable(), signatureKeys.ToImmutable(),
            support.ToImmutable(), sameEncryptionKeys, sameSignatureKeys);

        // 1 if there is, after adding or before taking away, one more of this key than there should be.
        private static int Count<TKey>(ImmutableDictionary<TKey, int>.Builder counts, TKey key, int change)
            where TKey : notnull
        {
            var before = counts.GetValueOrDefault(key);
            var after = before + change;
            if (after == 0)
                counts.Remove(key);
            else
                counts[key] = after;
            return Math.Max(before, after) > 1 ? 1 : 0;
        }

        private void CountSupport(LeafNode? leaf, int change)
        {
            if (leaf is null)
                return;
            Count(support, Code(Kind.CredentialInUse, leaf.Credential.Type.Value), change);
            foreach (var type in leaf.Capabilities.Credentials.Distinct())
                Count(support, Code(Kind.Credential, type.Value), change);
            foreach (var type in leaf.Capabilities.Extensions.Distinct())
                Count(support, Code(Kind.Extension, type.Value), change);
            foreach (var type in leaf.Capabilities.Proposals.Distinct())
                Count(support, Code(Kind.Proposal, type.Value), change);
        }
    }
}
