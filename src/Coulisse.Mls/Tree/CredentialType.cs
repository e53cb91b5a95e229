using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>The registered number of a kind of credential: RFC 9420 §17.5.</summary>
public readonly record struct CredentialType(ushort Value) : ITlsStruct<CredentialType>
{
    public static readonly CredentialType Basic = new(1);
    public static readonly CredentialType X509 = new(2);

    /// <inheritdoc/>
    public static CredentialType Read(ref TlsReader reader) => new(reader.ReadUInt16());

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteUInt16(Value);

    /// <summary>Four hexadecimal digits.</summary>
    public override string ToString() => $"0x{Value:x4}";
}
