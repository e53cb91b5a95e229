using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Wire.Statements;

/// <summary>Which statement: 16 random bytes, the same for all its revisions.</summary>
public readonly record struct StatementId
{
    /// <summary>The length of an identifier.</summary>
    public const int IdBytes = 16;

    private StatementId(Opaque value) => Value = value;

    /// <summary>The bytes.</summary>
    public Opaque Value { get; }

    /// <summary>A fresh identifier.</summary>
    public static StatementId Draw(IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[IdBytes];
        random.Fill(bytes);
        return new(Opaque.CopyOf(bytes));
    }

    /// <summary>An identifier of 32 lower-case hexadecimal digits, else null.</summary>
    public static StatementId? FromHex(ReadOnlySpan<char> text) =>
        Opaque.TryFromHex(text, IdBytes, out var value) ? new StatementId(value) : null;

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();
}
