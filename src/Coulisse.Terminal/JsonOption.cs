using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Coulisse.Terminal;

/// <summary><c>--json</c> of a verb that answers one thing: for people in lines, for programs as one object in one
/// line. Refusals are sentences and exit codes in either case.</summary>
/// <typeparam name="T">What it answers.</typeparam>
public sealed class JsonOption<T> : Option<bool>
{
    private readonly JsonTypeInfo<T> type;

    /// <summary>The option.</summary>
    /// <param name="type">How the answer is written, which the compiler has worked out: a native program reflects on
    /// nothing.</param>
    public JsonOption(JsonTypeInfo<T> type)
        : base("--json")
    {
        this.type = type;
        Description = "Answer in JSON, for programs.";
    }

    /// <summary>Says the answer on standard output, as it was asked for.</summary>
    public void Write(
        ParseResult parsed, T answer, string heading, params IEnumerable<(string Name, string Value)> facts)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        if (parsed.GetValue(this))
            Console.Out.WriteLine(JsonSerializer.Serialize(answer, type));
        else
            Facts.Write(heading, facts);
    }
}
