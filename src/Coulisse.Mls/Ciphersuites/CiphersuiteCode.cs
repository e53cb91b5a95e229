using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Ciphersuites;

/// <summary>The registered number of a cipher suite: RFC 9420 §17.1.</summary>
public readonly record struct CiphersuiteCode(ushort Value) : ITlsStruct<CiphersuiteCode>
{

    /// <inheritdoc/>
    public static CiphersuiteCode Read(ref TlsReader reader) => new(reader.ReadUInt16());

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteUInt16(Value);

    /// <summary>Four hexadecimal digits.</summary>
    public override string ToString() => $"0x{Value:x4}";
}
