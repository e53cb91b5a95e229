using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Schedule;

/// <summary>
/// The running hashes over all commits of a group (RFC 9420 §8.2); both are empty before the first commit.
/// </summary>
public static class TranscriptHashes
{
    /// <summary>
    /// Hash(interim_transcript_hash_[epoch - 1] || ConfirmedTranscriptHashInput_[epoch]); the latter is the encoded
    /// AuthenticatedContent of the commit up to and including its signature.
    /// </summary>
    public static Opaque ConfirmedTranscriptHash(this Ciphersuite suite, Opaque interimBefore,
        ReadOnlySpan<byte> confirmedTranscriptHashInput)
    {
        ArgumentNullException.ThrowIfNull(suite);
        using var hash = suite.Hash.Start();
        hash.AppendData(interimBefore.Span);
        hash.AppendData(confirmedTranscriptHashInput);
        var confirmed = new byte[suite.Hash.HashBytes];
        hash.GetHashAndReset(confirmed);
        return Opaque.Owning(confirmed);
    }

    /// <summary>Hash(confirmed_transcript_hash_[epoch] || InterimTranscriptHashInput_[epoch]).</summary>
    public static Opaque InterimTranscriptHash(this Ciphersuite suite, Opaque confirmed, Opaque confirmationTag)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var input = new ScratchWriter(stackalloc byte[256]);
        try
        {
            input.WriteFixed(confirmed.Span);
            input.WriteVector(confirmationTag.Span);
            var interim = new byte[suite.Hash.HashBytes];
            suite.Hash.Hash(input.Written, interim);
            return Opaque.Owning(interim);
        }
        finally
        {
            input.Dispose();
        }
    }
}
