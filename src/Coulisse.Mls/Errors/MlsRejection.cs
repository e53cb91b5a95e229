using Coulisse.Crypto.Codec;

namespace Coulisse.Mls.Errors;

/// <summary>
/// Bytes of a peer's broke a rule. Thrown anywhere in this library, caught in one place (<see cref="Refusing"/>).
/// </summary>
#pragma warning disable CA1032, CA1064 // A rejection without its error would be useless; nobody outside may catch it.
internal sealed class MlsRejection(MlsError error) : Exception(error.Text)
#pragma warning restore CA1032, CA1064
{
    internal MlsRejection(MlsErrorCode code, string section, string text)
        : this(new MlsError(code, section, text))
    {
    }

    internal MlsError Error { get; } = error;
}
