namespace Coulisse.Signals.Threads;

/// <summary>The random id of one form that was shown: 32 hexadecimal digits. The same form posted again posts once.</summary>
public readonly record struct SubmissionId
{
    public const int Bytes = 16;

    private SubmissionId(string value) => Value = value;

    public string Value { get; }

    public static SubmissionId From(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, Bytes);
        return new(Convert.ToHexStringLower(random));
    }

    /// <summary>Reads what a form carried; null for anything else.</summary>
    public static SubmissionId? Read(string? carried) =>
        carried is { Length: 2 * Bytes } && carried.All(char.IsAsciiHexDigitLower) ? new SubmissionId(carried) : null;

    public override string ToString() => Value;
}
