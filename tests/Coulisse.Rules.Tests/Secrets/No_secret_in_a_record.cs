using System.Collections.Immutable;
using Coulisse.Rules.Tests.House;
using Coulisse.Rules.Tests.References;

namespace Coulisse.Rules.Tests.Secrets;

public sealed class No_secret_in_a_record
{
    private const string Types = """
        using System.Collections.Generic;
        public sealed class SecretBytes { private readonly byte[] _bytes = []; public int Length => _bytes.Length; }
        public sealed class SealPrivateKey { private readonly byte[] _bytes = []; public int Length => _bytes.Length; }
        public sealed class Ratchet { private readonly SecretBytes _root = new(); public int Length => _root.Length; }
        public sealed class Holder<T> { private readonly T _value = default!; public bool Has => _value is null; }
        """;

    [Fact]
    public void No_record_of_ours_holds_a_secret() =>
        Offence.AssertNone(SecretsInRecords.Check(
            Project.UnderSource.Select(project => File.ReadAllBytes(BuiltAssembly.PathOf(project)).ToImmutableArray())));

    [Theory]
    [InlineData("public sealed record Leak(SecretBytes Key);")]
    [InlineData("public sealed record Leak { private readonly SecretBytes? Key; public bool Has => Key is null; }")]
    [InlineData("public readonly record struct Leak(SecretBytes Key);")]
    [InlineData("public sealed record Leak(SealPrivateKey Key);")]
    [InlineData("public sealed record Leak(Ratchet Key);")]
    [InlineData("public sealed record Leak(List<SecretBytes> Key);")]
    [InlineData("public sealed record Leak(Holder<SecretBytes[]> Key);")]
    public void A_record_with_a_secret_is_found(string leak)
    {
        var offence = Assert.Single(Check(leak));

        Assert.Equal("Leak", offence.Where);
        Assert.Contains("Key", offence.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public sealed class Kept { public SecretBytes Key { get; } = new(); }")]
    [InlineData("public sealed record Kept(byte[] Text) { public static readonly SecretBytes None = new(); }")]
    [InlineData("public sealed record Kept(Holder<string> Text);")]
    public void A_class_with_a_secret_and_a_record_without_are_left_alone(string kept) =>
        Assert.Empty(Check(kept));

    private static IEnumerable<Offence> Check(string type) =>
        SecretsInRecords.Check([Planted.Assembly("Coulisse.Planted", $"{Types}\n{type}", [])]);
}
