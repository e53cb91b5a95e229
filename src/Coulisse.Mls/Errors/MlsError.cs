namespace Coulisse.Mls.Errors;

/// <summary>Why something was refused: a stable code, the section of RFC 9420 that asks for it, and a
/// sentence.</summary>
public sealed record MlsError(MlsErrorCode Code, string RfcSection, string Text)
{
    public override string ToString() => $"{Code} (RFC 9420 §{RfcSection}): {Text}";
}
