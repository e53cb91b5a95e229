using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Statements;

/// <summary>What reading a sealed file comes to, whatever its text is about.</summary>
internal abstract record SealedText
{
    private SealedText()
    {
    }

    internal sealed record Sealed(Opaque Text, SealEntry Entry) : SealedText;

    internal sealed record Altered(ImmutableArray<Finding> Findings) : SealedText;

    internal sealed record NotSealed(NotAStatementReason Reason) : SealedText;
}
