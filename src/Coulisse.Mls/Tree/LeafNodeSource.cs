using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>How a leaf came into the tree, with what only that way carries: RFC 9420 §7.2.</summary>
public abstract record LeafNodeSource : ITlsStruct<LeafNodeSource>
{
    private LeafNodeSource() { }

    /// <inheritdoc/>
    public static LeafNodeSource Read(ref TlsReader reader) => reader.ReadUInt8() switch
    {
        1 => new KeyPackage(Lifetime.Read(ref reader)),
        2 => new Update(),
        3 => new Commit(reader.ReadOpaque(MlsLimits.HashBytesMax)),
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "The source of a leaf is unknown."),
    };

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        switch (this)
        {
            case KeyPackage package:
                writer.WriteUInt8(1);
                package.Lifetime.Write(writer);
                break;
            case Update:
                writer.WriteUInt8(2);
                break;
            case Commit commit:
                writer.WriteUInt8(3);
                writer.WriteVector(commit.ParentHash);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public sealed record KeyPackage(Lifetime Lifetime) : LeafNodeSource;

    public sealed record Update : LeafNodeSource;

    public sealed record Commit(Opaque ParentHash) : LeafNodeSource;
}
