using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coulisse.Languages;

/// <summary>A language file as it lies on disk; <see cref="LanguageReader"/> checks what it must contain.</summary>
internal sealed record LanguageFile(
    string Code,
    string Name,
    string Direction,
    Dictionary<string, string> Plurals,
    LanguageFile.NumberSettings Numbers,
    LanguageFile.DateSettings Dates,
    Dictionary<string, string> Languages,
    Dictionary<string, JsonElement> Phrases)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="Group">What stands between groups of three digits.</param>
    /// <param name="GroupFrom">The smallest number whose digits are grouped.</param>
    internal sealed record NumberSettings(string Group, long GroupFrom);

    /// <param name="Day">A date, with {day}, {month} and {year}.</param>
    /// <param name="Minute">A date and a time, with {date}, {hour} and {minute}.</param>
    /// <param name="Months">Twelve names, in the form that stands in a date.</param>
    /// <param name="FirstDay">What stands for the first of a month, if not 1.</param>
    internal sealed record DateSettings(
        string Day, string Minute, IReadOnlyList<string> Months, string? FirstDay = null);

    /// <exception cref="JsonException">Not JSON, or not of this shape.</exception>
    internal static LanguageFile Parse(ReadOnlySpan<byte> json)
    {
        var file = JsonSerializer.Deserialize<LanguageFile>(json, Strict)
            ?? throw new JsonException("The file is just \"null\".");
        // The serializer minds nulls in properties only.
        var empty = file.Plurals.Concat(file.Languages).FirstOrDefault(one => one.Value is null).Key;
        return empty is null ? file : throw new JsonException($"\"{empty}\" has no text, but null.");
    }
}
