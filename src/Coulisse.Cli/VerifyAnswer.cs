using System.Text;
using System.Text.Json;
using Coulisse.Terminal;

namespace Coulisse.Cli;

/// <summary>What <c>coulisse verify</c> answers of whatever was signed, in words or JSON.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Result">The same in a word, for programs.</param>
internal abstract record VerifyAnswer(ExitCode Code, string Result)
{
    /// <summary>Says it.</summary>
    /// <exception cref="Refusal">In words: it is nothing that could have been signed.</exception>
    internal ExitCode Write(bool isJson)
    {
        if (isJson)
            Console.Out.WriteLine(Json());
        else if (About() is { } facts)
            Facts.Write(Heading(), facts);
        else if (Code == ExitCode.Altered)
            Facts.Write("Altered: this is not what was signed.", Differences().Select((one, at) => ($"{at + 1}", one)));
        else
            throw new Refusal(Code, Sentence());
        return Code;
    }

    /// <summary>What holds of every byte.</summary>
    private protected abstract string Heading();

    /// <summary>What was signed, and by whom; null if it is not what was signed.</summary>
    private protected abstract IEnumerable<(string, string)>? About();

    /// <summary>Where it is not what was signed.</summary>
    private protected abstract IEnumerable<string> Differences();

    /// <summary>Why it is nothing that could have been signed, and what to do.</summary>
    private protected abstract string Sentence();

    /// <summary>The whole object.</summary>
    private protected abstract void WriteJson(Utf8JsonWriter json);

    private string Json()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
            WriteJson(json);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
