using System.Collections.Immutable;

namespace Coulisse.Mls.Ciphersuites;

/// <summary>The suites that a client supports, the one it prefers first.</summary>
public sealed class CiphersuiteSet
{
    private readonly ImmutableArray<Ciphersuite> suites;

    /// <summary>At least one suite; no number twice.</summary>
    public CiphersuiteSet(params ReadOnlySpan<Ciphersuite> suites)
    {
        if (suites.IsEmpty)
            throw new ArgumentException("A client supports at least one suite.", nameof(suites));
        this.suites = [.. suites];
        if (this.suites.DistinctBy(suite => suite.Code).Count() != suites.Length)
            throw new ArgumentException("Two suites have the same number.", nameof(suites));
    }

    /// <summary>In order of preference.</summary>
    public ImmutableArray<Ciphersuite> Suites => suites;

    /// <summary>The suite of a number, null if it is not supported.</summary>
    public Ciphersuite? Find(ushort code)
    {
        foreach (var suite in suites)
        {
            if (suite.Code == code)
                return suite;
        }
        return null;
    }
}
