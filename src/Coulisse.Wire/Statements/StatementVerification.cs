using System.Collections.Immutable;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Statements;

/// <summary>What checking the bytes of a signed statement comes to.</summary>
public abstract record StatementVerification
{
    private StatementVerification()
    {
    }

    /// <summary>
    /// Every byte is as this seal signed it. Whose seal it is, the file itself cannot prove: compare the fingerprint,
    /// or give the seal that you expect.
    /// </summary>
    public sealed record Genuine(Statement Statement, SealEntry Entry) : StatementVerification
    {
        private readonly Lazy<SealFingerprint> fingerprint = new(() => SealFingerprint.Of(Entry.Content.Key));

        /// <summary>The seal that signed.</summary>
        public SealPublicKey Key => Entry.Content.Key;

        /// <summary>The digits to compare; computed when first asked for, in about a tenth of a second.</summary>
        public SealFingerprint Fingerprint => fingerprint.Value;
    }

    /// <summary>The file differs from what was signed, and where; at least one finding.</summary>
    public sealed record Altered(ImmutableArray<Finding> Findings) : StatementVerification;

    /// <summary>The file is nothing that could be genuine or altered.</summary>
    public sealed record NotAStatement(NotAStatementReason Reason) : StatementVerification;

    /// <summary>Genuine, but not by the seal that was expected.</summary>
    public sealed record AnotherSeal(Genuine Instead, SealPublicKey Expected) : StatementVerification;
}
