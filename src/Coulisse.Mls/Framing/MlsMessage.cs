using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Welcomes;

namespace Coulisse.Mls.Framing;

/// <summary>Anything of MLS that travels by itself.</summary>
/// <remarks>RFC 9420 §6: <code>
/// struct { ProtocolVersion version = mls10; WireFormat wire_format; select (MLSMessage.wire_format) { … };
/// } MLSMessage;
/// </code></remarks>
public abstract record MlsMessage : ITlsStruct<MlsMessage>
{
    private MlsMessage() { }

    /// <inheritdoc/>
    public static MlsMessage Read(ref TlsReader reader)
    {
        reader.ReadMls10();
        return reader.ReadWireFormat() switch
        {
            WireFormat.PublicMessage => new Public(PublicMessage.Read(ref reader)),
            WireFormat.PrivateMessage => new Private(PrivateMessage.Read(ref reader)),
            WireFormat.Welcome => new Welcoming(Welcome.Read(ref reader)),
            WireFormat.GroupInfo => new Describing(GroupInfo.Read(ref reader)),
            WireFormat.KeyPackage => new Offering(KeyPackage.Read(ref reader)),
            _ => throw new UnreachableException(),
        };
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        ProtocolVersion.Mls10.Write(writer);
        switch (this)
        {
            case Public message:
                writer.WriteWireFormat(WireFormat.PublicMessage);
                message.Message.Write(writer);
                break;
            case Private message:
                writer.WriteWireFormat(WireFormat.PrivateMessage);
                message.Message.Write(writer);
                break;
            case Welcoming message:
                writer.WriteWireFormat(WireFormat.Welcome);
                message.Welcome.Write(writer);
                break;
            case Describing message:
                writer.WriteWireFormat(WireFormat.GroupInfo);
                message.GroupInfo.Write(writer);
                break;
            case Offering message:
                writer.WriteWireFormat(WireFormat.KeyPackage);
                message.KeyPackage.Write(writer);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public sealed record Public(PublicMessage Message) : MlsMessage;

    public sealed record Private(PrivateMessage Message) : MlsMessage;

    public sealed record Welcoming(Welcome Welcome) : MlsMessage;

    public sealed record Describing(GroupInfo GroupInfo) : MlsMessage;

    public sealed record Offering(KeyPackage KeyPackage) : MlsMessage;
}
