namespace Coulisse.Crypto.Codec;

/// <summary>Bad or hostile bytes. The only exception that reading any bytes may end in; carries no content.</summary>
#pragma warning disable CA1032 // A refusal without a code would be useless, so the parameterless shapes are left out.
public sealed class DecodeException(DecodeCode code, int offset, string message) : Exception(message)
#pragma warning restore CA1032
{
    /// <summary>The stable reason.</summary>
    public DecodeCode Code { get; } = code;

    /// <summary>Where reading stopped, in bytes from the start.</summary>
    public int Offset { get; } = offset;
}
