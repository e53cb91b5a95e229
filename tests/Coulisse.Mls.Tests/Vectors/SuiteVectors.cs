using System.Text.Json;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Tests.Vectors;

/// <summary>The official vectors whose cases each name a suite, of which ours run.</summary>
public static class SuiteVectors
{
    /// <summary>The suites whose cases run; those of the post-quantum one are our own.</summary>
    public static readonly CiphersuiteSet Suites = new(
        Ciphersuite.X25519Aes128Gcm, Ciphersuite.X25519ChaCha20Poly1305, Group.Party.PostQuantum);

    public static void Each(string kind, Action<Ciphersuite, JsonElement> check) => VectorFiles.Each(kind, one =>
    {
        if (Suites.Find(one.GetProperty("cipher_suite").GetUInt16()) is not { } suite)
            return false;
        check(suite, one);
        return true;
    });
}
