using System.Reflection;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Fuzz.Targets;

/// <summary>
/// A target for every type that has a TLS encoding, found in the assemblies themselves: a new one cannot be forgotten,
/// and one without a seed is a finding.
/// </summary>
internal static class StructTargets
{
    public static IEnumerable<FuzzTarget> OfMls(IEnumerable<object> values) =>
        Of(typeof(MlsMessage).Assembly, typeof(ITlsStruct<>), nameof(Mls), "mls-struct-", values);

    public static IEnumerable<FuzzTarget> OfWire(IEnumerable<object> values) =>
        Of(typeof(SealEntry).Assembly, typeof(IWireValue<>), nameof(Wire), "wire-value-", values);

    private static IEnumerable<FuzzTarget> Of(
        Assembly assembly, Type form, string reading, string prefix, IEnumerable<object> values)
    {
        var seeds = SeedHarvest.Of(form, values);
        var read = typeof(StructTargets).GetMethod(reading, BindingFlags.NonPublic | BindingFlags.Static)!;
        var types = assembly.GetTypes().Where(type => type is { IsInterface: false, IsGenericTypeDefinition: false })
            .SelectMany(type => SeedHarvest.EncodedAs(form, type)).Union(seeds.Keys)
            .OrderBy(type => type.ToString(), StringComparer.Ordinal);
        return types.Select(type => new FuzzTarget(prefix + NameOf(type), InputForm.Vectors,
            [.. seeds.GetValueOrDefault(type, [])],
            read.MakeGenericMethod(type).CreateDelegate<Func<byte[], Answer>>()));
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}-{type.GetGenericArguments()[0].Name}"
        : type.Name;

    private static Answer Mls<T>(byte[] input)
        where T : ITlsStruct<T>
    {
        try
        {
            return Answer.Again(TlsCodec.Decode<T>(input).Encode().Span);
        }
        catch (DecodeException)
        {
            return Answer.No;
        }
    }

    private static Answer Wire<T>(byte[] input)
        where T : IWireValue<T>
    {
        try
        {
            return Answer.Again(WireValue.Encode(WireValue.Decode<T>(input)).Span);
        }
        catch (DecodeException)
        {
            return Answer.No;
        }
    }
}
