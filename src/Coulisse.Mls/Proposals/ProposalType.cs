using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Proposals;

/// <summary>The registered number of a kind of proposal: RFC 9420 §17.4.</summary>
public readonly record struct ProposalType(ushort Value) : ITlsStruct<ProposalType>
{
    public static readonly ProposalType Add = new(1);
    public static readonly ProposalType Update = new(2);
    public static readonly ProposalType Remove = new(3);
    public static readonly ProposalType Psk = new(4);
    public static readonly ProposalType ReInit = new(5);
    public static readonly ProposalType ExternalInit = new(6);
    public static readonly ProposalType GroupContextExtensions = new(7);

    /// <summary>Every client knows these, so capabilities do not list them (RFC 9420 §7.2).</summary>
    public bool IsDefault => Value is >= 1 and <= 7;

    /// <inheritdoc/>
    public static ProposalType Read(ref TlsReader reader) => new(reader.ReadUInt16());

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteUInt16(Value);

    /// <summary>Four hexadecimal digits.</summary>
    public override string ToString() => $"0x{Value:x4}";
}
