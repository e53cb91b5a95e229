using System.Collections.Immutable;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Statements;

/// <summary>What checking the bytes of a notice of withdrawal comes to; the cases are those of a statement.</summary>
public abstract record WithdrawalVerification
{
    private WithdrawalVerification()
    {
    }

    /// <summary>Every byte is as this seal signed it.</summary>
    public sealed record Genuine(Withdrawal Withdrawal, SealEntry Entry) : WithdrawalVerification
    {
        private readonly Lazy<SealFingerprint> fingerprint = new(() => SealFingerprint.Of(Entry.Content.Key));

        /// <summary>The seal that signed.</summary>
        public SealPublicKey Key => Entry.Content.Key;

        /// <summary>The digits to compare; computed when first asked for, in about a tenth of a second.</summary>
        public SealFingerprint Fingerprint => fingerprint.Value;
    }

    /// <summary>The file differs from what was signed, and where; at least one finding.</summary>
    public sealed record Altered(ImmutableArray<Finding> Findings) : WithdrawalVerification;

    /// <summary>The file is nothing that could be genuine or altered.</summary>
    public sealed record NotAWithdrawal(NotAStatementReason Reason) : WithdrawalVerification;

    /// <summary>Genuine, but not by the seal that was expected.</summary>
    public sealed record AnotherSeal(Genuine Instead, SealPublicKey Expected) : WithdrawalVerification;
}
