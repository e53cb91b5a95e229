using Coulisse.Crypto.Codec;

namespace Coulisse.Mls.Errors;

/// <summary>The one place where what hostile bytes cause becomes a value.</summary>
internal static class Refusing
{
    /// <summary>What <paramref name="step"/> returns, or else what it was refused for.</summary>
    internal static T Catch<T>(Func<T> step, Func<MlsError, T> refused)
    {
        try
        {
            return step();
        }
        catch (MlsRejection rejection)
        {
            return refused(rejection.Error);
        }
        catch (DecodeException refusal)
        {
            return refused(new MlsError(CodeOf(refusal.Code), "2.1", refusal.Message));
        }
    }

    private static MlsErrorCode CodeOf(DecodeCode code) => code switch
    {
        DecodeCode.Truncated => MlsErrorCode.EncodingTruncated,
        DecodeCode.TrailingBytes => MlsErrorCode.EncodingTrailingBytes,
        DecodeCode.LengthNotMinimal => MlsErrorCode.EncodingLengthNotMinimal,
        DecodeCode.LengthPrefixUndefined => MlsErrorCode.EncodingLengthPrefixUndefined,
        DecodeCode.TooLong => MlsErrorCode.EncodingTooLong,
        DecodeCode.UnknownValue => MlsErrorCode.EncodingUnknownValue,
        _ => MlsErrorCode.EncodingBadContent,
    };
}
