using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coulisse.Fuzz.Mutations;

/// <summary>Damage that leaves JSON well formed: another kind of value, one value more or less, many of it.</summary>
internal static class Json
{
    private const int CopiesMax = 200;

    /// <summary>Null when the input is no JSON that can be written again, or nothing in it can be changed.</summary>
    public static byte[]? Damage(byte[] input, Random random)
    {
        try
        {
            return JsonNode.Parse(input) is { } root && Changed(root, random)
                ? JsonSerializer.SerializeToUtf8Bytes(root)
                : null;
        }
        catch (Exception refused) when (refused is JsonException or ArgumentException or InvalidOperationException)
        {
            return null; // No JSON; a member twice; a string that is no Unicode.
        }
    }

    private static bool Changed(JsonNode root, Random random)
    {
        var all = Below(root).ToList();
        if (all.Count == 0)
            return false;
        var (parent, place, name) = all[random.Next(all.Count)];
        if (parent is JsonArray array)
            Change(array, place, random);
        else
            Change((JsonObject)parent, name!, random);
        return true;
    }

    private static void Change(JsonArray array, int place, Random random)
    {
        switch (random.Next(4))
        {
            case 0: array.RemoveAt(place); break;
            case 1: array[place] = Other(random); break;
            case 2: array.Insert(place, array[place]?.DeepClone()); break;
            default:
                for (var left = random.Next(CopiesMax); left > 0; left--)
                    array.Add(array[place]?.DeepClone());
                break;
        }
    }

    private static void Change(JsonObject members, string name, Random random)
    {
        if (random.Next(4) == 0)
            members.Remove(name);
        else
            members[name] = Other(random);
    }

    private static JsonNode? Other(Random random) => random.Next(8) switch
    {
        0 or 1 => null,
        2 => JsonValue.Create(7),
        3 => JsonValue.Create(""),
        4 => new JsonArray(),
        5 => new JsonArray([null]),
        6 => new JsonObject(),
        _ => JsonValue.Create(true),
    };

    private static IEnumerable<(JsonNode Parent, int Place, string? Name)> Below(JsonNode? node)
    {
        var inner = node switch
        {
            JsonArray array => array.Select((one, place) =>
                (Child: one, Parent: node, Place: place, Name: (string?)null)),
            JsonObject members => members.Select(one =>
                (Child: one.Value, Parent: node, Place: 0, Name: (string?)one.Key)),
            _ => [],
        };
        foreach (var (child, parent, place, name) in inner)
        {
            yield return (parent, place, name);
            foreach (var deeper in Below(child))
                yield return deeper;
        }
    }
}
