namespace Coulisse.Crypto.Codec;

/// <summary>Why bytes were refused. The numbers are stable: logs and tests may name them.</summary>
public enum DecodeCode
{
    /// <summary>The bytes end before the value does.</summary>
    Truncated = 1,

    /// <summary>Bytes follow where the value should have ended.</summary>
    TrailingBytes = 2,

    /// <summary>A length was written in more bytes than it needs.</summary>
    LengthNotMinimal = 3,

    /// <summary>A length starts with the bits 11, which RFC 9420 §2.1.2 leaves undefined.</summary>
    LengthPrefixUndefined = 4,

    /// <summary>A length is beyond the maximum named for its field.</summary>
    TooLong = 5,

    /// <summary>A number names no value of its enumeration.</summary>
    UnknownValue = 6,

    /// <summary>A field's content breaks the rule of its field.</summary>
    BadContent = 7,
}
