using System.Collections;
using System.Reflection;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Fuzz.Targets;

/// <summary>Goes through values and all they hold, and encodes whatever of it has an encoding of its own.</summary>
internal sealed class SeedHarvest
{
    private const int DepthMax = 16;
    private const int PerTypeMax = 12;

    private readonly Type form;
    private readonly MethodInfo encode;
    private readonly SortedDictionary<string, (Type Type, List<byte[]> All)> found = new(StringComparer.Ordinal);

    private SeedHarvest(Type form)
    {
        this.form = form;
        encode = typeof(SeedHarvest).GetMethod(form == typeof(ITlsStruct<>) ? nameof(Mls) : nameof(Wire),
            BindingFlags.NonPublic | BindingFlags.Static)!;
    }

    public static Dictionary<Type, List<byte[]>> Of(Type form, IEnumerable<object> values)
    {
        var harvest = new SeedHarvest(form);
        foreach (var value in values)
            harvest.Take(value, 0);
        return harvest.found.Values.ToDictionary(one => one.Type, one => one.All);
    }

    /// <summary>The types whose encoding a type has: itself, or the union that it is a case of.</summary>
    public static IEnumerable<Type> EncodedAs(Type form, Type type) => type.GetInterfaces()
        .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == form)
        .Select(one => one.GetGenericArguments()[0]).Where(one => !one.IsGenericParameter);

    private void Take(object? value, int depth)
    {
        if (value is null || depth > DepthMax)
            return;
        foreach (var type in EncodedAs(form, value.GetType()))
            Keep(type, (byte[])encode.MakeGenericMethod(type).Invoke(null, [value])!);
        if (value is IEnumerable many)
        {
            foreach (var one in many)
                Take(one, depth + 1);
            return;
        }
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => IsOurs(property.PropertyType) && property.GetIndexParameters().Length == 0))
            Take(property.GetValue(value), depth + 1);
    }

    private void Keep(Type type, byte[] bytes)
    {
        if (!found.TryGetValue(type.ToString(), out var kept))
            found[type.ToString()] = kept = (type, []);
        if (kept.All.Count < PerTypeMax && !kept.All.Any(one => one.AsSpan().SequenceEqual(bytes)))
            kept.All.Add(bytes);
    }

    private static bool IsOurs(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner.Namespace is { } name && !inner.IsEnum
            && (name.StartsWith("Coulisse.Mls", StringComparison.Ordinal)
                || name.StartsWith("Coulisse.Wire", StringComparison.Ordinal));
    }

    private static byte[] Mls<T>(T value)
        where T : ITlsStruct<T> => value.Encode().ToArray();

    private static byte[] Wire<T>(T value)
        where T : IWireValue<T> => WireValue.Encode(value).ToArray();
}
