using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.KeyPackages;

/// <summary>
/// Values that mean nothing, said by us so that others do not forget to pass over what they do not know (RFC 9420
/// §13.5). Which ones is the random source's choice.
/// </summary>
internal static class Grease
{
    private const int Values = 15; // 0x0A0A, 0x1A1A and so on, up to 0xEAEA.
    private const int ContentBytesMax = 16;

    /// <summary>These capabilities with one more value in each list that may have some.</summary>
    internal static Capabilities In(Capabilities own, IRandomSource random) => own with
    {
        Ciphersuites = In(own.Ciphersuites, value => new(value), random),
        Extensions = In(own.Extensions, value => new(value), random),
        Proposals = In(own.Proposals, value => new(value), random),
        Credentials = In(own.Credentials, value => new(value), random),
    };

    /// <summary>An extension of a kind that these capabilities list and that means nothing, with any content.</summary>
    internal static TlsList<Extension> ExtensionOf(Capabilities greased, IRandomSource random)
    {
        var type = greased.Extensions.Span.ToArray().First(one => Is(one.Value));
        Span<byte> content = stackalloc byte[ContentBytesMax];
        random.Fill(content);
        return [new Extension(type, Opaque.CopyOf(content[..Below(ContentBytesMax, random)]))];
    }

    internal static bool Is(ushort value) =>
        (value & 0x0f0f) == 0x0a0a && value >> 8 == (value & 0xff) && value < 0xf000;

    private static TlsList<T> In<T>(TlsList<T> own, Func<ushort, T> make, IRandomSource random)
        where T : struct, ITlsStruct<T>
    {
        var all = own.Span.ToArray().ToList();
        var value = make((ushort)(0x0a0a + (0x1010 * Below(Values, random))));
        if (!all.Contains(value))
            all.Insert(Below(all.Count + 1, random), value);
        return TlsList.From(all);
    }

    private static int Below(int bound, IRandomSource random)
    {
        Span<byte> chance = stackalloc byte[1];
        random.Fill(chance);
        return chance[0] % bound; // Not quite evenly, which nothing depends on.
    }
}
