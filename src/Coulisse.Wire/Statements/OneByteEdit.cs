namespace Coulisse.Wire.Statements;

/// <summary>One byte by which bytes differ from what was signed. Offsets count in the bytes that were found.</summary>
internal readonly record struct OneByteEdit(OneByteEdit.What Kind, int Offset, byte Found, byte AsSigned)
{
    internal enum What
    {
        Changed,
        Inserted,
        Missing,
    }

    internal static OneByteEdit Changed(int offset, byte found, byte asSigned) =>
        new(What.Changed, offset, found, asSigned);

    internal static OneByteEdit Inserted(int offset, byte found) => new(What.Inserted, offset, found, 0);

    internal static OneByteEdit Missing(int offset, byte asSigned) => new(What.Missing, offset, 0, asSigned);

    /// <summary>
    /// The edit that makes <paramref name="found"/> of <paramref name="signed"/>; null when there is none, or it takes
    /// more.
    /// </summary>
    internal static OneByteEdit? Between(ReadOnlySpan<byte> found, ReadOnlySpan<byte> signed)
    {
        var at = found.CommonPrefixLength(signed);
        if (found.Length == signed.Length)
            return at < found.Length && found[(at + 1)..].SequenceEqual(signed[(at + 1)..])
                ? Changed(at, found[at], signed[at]) : null;
        if (found.Length == signed.Length + 1 && found[(at + 1)..].SequenceEqual(signed[at..]))
            return Inserted(StartOfRun(found, at), found[at]);
        if (found.Length == signed.Length - 1 && found[at..].SequenceEqual(signed[(at + 1)..]))
            return Missing(StartOfRun(signed, at), signed[at]);
        return null;
    }

    internal OneByteEdit MovedBy(int bytes) => this with { Offset = Offset + bytes };

    // Which byte of a run of equal ones was put in or taken out, nobody can tell; the first is named.
    private static int StartOfRun(ReadOnlySpan<byte> bytes, int at)
    {
        while (at > 0 && bytes[at - 1] == bytes[at])
            at--;
        return at;
    }
}
