using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>The registered number of an extension: RFC 9420 §17.3.</summary>
public readonly record struct ExtensionType(ushort Value) : ITlsStruct<ExtensionType>
{
    public static readonly ExtensionType ApplicationId = new(1);
    public static readonly ExtensionType RatchetTree = new(2);
    public static readonly ExtensionType RequiredCapabilities = new(3);
    public static readonly ExtensionType ExternalPub = new(4);
    public static readonly ExtensionType ExternalSenders = new(5);

    /// <summary>Every client knows these, so capabilities do not list them (RFC 9420 §7.2).</summary>
    public bool IsDefault => Value is >= 1 and <= 5;

    /// <inheritdoc/>
    public static ExtensionType Read(ref TlsReader reader) => new(reader.ReadUInt16());

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteUInt16(Value);

    /// <summary>Four hexadecimal digits.</summary>
    public override string ToString() => $"0x{Value:x4}";
}
