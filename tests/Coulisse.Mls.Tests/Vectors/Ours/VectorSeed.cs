using System.Text.Json.Nodes;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Tests.Group;

namespace Coulisse.Mls.Tests.Vectors.Ours;

/// <summary>Where the vectors' inputs come from: a seed a file.</summary>
internal sealed class VectorSeed(ulong seed)
{
    internal static Ciphersuite Suite => Party.PostQuantum;

    internal SeededRandom Random { get; } = new(seed);

    internal SecretBytes Secret() => SecretBytes.Random(Suite.Hash.HashBytes, Random);

    internal Opaque Bytes(int length)
    {
        var bytes = new byte[length];
        Random.Fill(bytes);
        return Opaque.Owning(bytes);
    }

    internal static JsonNode Hex(ReadOnlySpan<byte> bytes) => JsonValue.Create(Convert.ToHexStringLower(bytes))!;

    internal static JsonNode Hex(SecretBytes secret) => Hex(secret.Reveal());

    internal static JsonNode Hex(Opaque bytes) => Hex(bytes.Span);

    /// <summary>The beginning of every case.</summary>
    internal static JsonObject Case() => new() { ["cipher_suite"] = Suite.Code };
}
