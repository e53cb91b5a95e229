using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;

namespace Coulisse.Mls.Schedule;

/// <summary>Which key known beforehand flows into an epoch's secrets.</summary>
/// <remarks>RFC 9420 §8.4: <code>
/// struct { PSKType psktype; select (PreSharedKeyID.psktype) { case external: opaque psk_id&lt;V&gt;;
///          case resumption: ResumptionPSKUsage usage; opaque psk_group_id&lt;V&gt;; uint64 psk_epoch; };
///          opaque psk_nonce&lt;V&gt;; } PreSharedKeyID;
/// </code></remarks>
public abstract record PreSharedKeyId : ITlsStruct<PreSharedKeyId>
{
    private PreSharedKeyId(Opaque nonce) => Nonce = nonce;

    /// <summary>Fresh for each use; as long as a hash of the suite.</summary>
    public Opaque Nonce { get; }

    /// <inheritdoc/>
    public static PreSharedKeyId Read(ref TlsReader reader) => reader.ReadUInt8() switch
    {
        1 => new External(
            Id: reader.ReadOpaque(MlsLimits.PskIdBytesMax),
            Nonce: reader.ReadOpaque(MlsLimits.HashBytesMax)),
        2 => new Resumption(
            Usage: ReadUsage(ref reader),
            GroupId: GroupId.Read(ref reader),
            Epoch: Epoch.Read(ref reader),
            Nonce: reader.ReadOpaque(MlsLimits.HashBytesMax)),
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "The kind of pre-shared key is unknown."),
    };

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        switch (this)
        {
            case External external:
                writer.WriteUInt8(1);
                writer.WriteVector(external.Id);
                break;
            case Resumption resumption:
                writer.WriteUInt8(2);
                writer.WriteUInt8((byte)resumption.Usage);
                resumption.GroupId.Write(writer);
                resumption.Epoch.Write(writer);
                break;
            default:
                throw new UnreachableException();
        }
        writer.WriteVector(Nonce);
    }

    private static ResumptionPskUsage ReadUsage(ref TlsReader reader)
    {
        var value = reader.ReadUInt8();
        return value is >= 1 and <= 3
            ? (ResumptionPskUsage)value
            : throw reader.Refuse(DecodeCode.UnknownValue, "The use of a resumption key is unknown.");
    }

    /// <summary>A key that the application provides.</summary>
    public sealed record External(Opaque Id, Opaque Nonce) : PreSharedKeyId(Nonce);

    /// <summary>A key that an earlier epoch left.</summary>
    public sealed record Resumption(ResumptionPskUsage Usage, GroupId GroupId, Epoch Epoch, Opaque Nonce)
        : PreSharedKeyId(Nonce);
}
