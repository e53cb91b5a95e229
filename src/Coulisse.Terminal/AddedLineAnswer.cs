using System.Text.Json.Serialization;

namespace Coulisse.Terminal;

/// <summary>A further line, as <c>add-line --json</c> tells of it: whose desk or station it is at, with whom, the
/// line's identifier, and the folder of its files.</summary>
public sealed record AddedLineAnswer(string Party, string With, string Line, string Files);

/// <summary>How these are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AddedLineAnswer))]
public sealed partial class TerminalJson : JsonSerializerContext;
