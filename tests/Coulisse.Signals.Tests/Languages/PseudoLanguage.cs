using System.Text;
using System.Text.Json.Nodes;

namespace Coulisse.Signals.Tests.Languages;

/// <summary>English with strange letters, a third longer and in brackets: shows what no file has translated,
/// and what is cut off on a narrow screen. Made of en.json, so that it never lacks a key.</summary>
internal static class PseudoLanguage
{
    internal const string Code = "en-XA";

    private const string Plain = "aceinorsuyACEINOSU";
    private const string Strange = "àçéîñôřšûýÀÇÉÎÑÔŠÛ";

    internal static JsonObject From(JsonObject english)
    {
        var pseudo = english.DeepClone().AsObject();
        pseudo["code"] = Code;
        pseudo["name"] = Disguise(english["name"]!.GetValue<string>());
        var phrases = pseudo["phrases"]!.AsObject();
        foreach (var (key, value) in english["phrases"]!.AsObject())
        {
            phrases[key] = value is JsonObject forms
                ? new JsonObject(forms.Select(f =>
                    KeyValuePair.Create(f.Key, (JsonNode?)Disguise(f.Value!.GetValue<string>()))))
                : Disguise(value!.GetValue<string>());
        }
        return pseudo;
    }

    internal static string Disguise(string text)
    {
        var strange = new StringBuilder("⟦");
        var inName = false;
        foreach (var c in text)
        {
            inName = c == '{' || (inName && c != '}');
            var at = inName ? -1 : Plain.IndexOf(c, StringComparison.Ordinal);
            strange.Append(at < 0 ? c : Strange[at]);
        }
        return strange.Append('~', (text.Length + 2) / 3).Append('⟧').ToString();
    }
}
