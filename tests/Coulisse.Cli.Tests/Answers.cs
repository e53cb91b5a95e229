using System.Text.Json;

namespace Coulisse.Cli.Tests;

/// <summary>What a verb says to a program that asked it with <c>--json</c>.</summary>
internal static class Answers
{
    /// <summary>Its one object, in one line, with nothing on the other output and nothing secret in it.</summary>
    internal static JsonElement Json(this CoulisseProgram.Ended ended)
    {
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        return Answer(ended.Output);
    }

    /// <summary>The same of a line.</summary>
    internal static JsonElement Answer(string line)
    {
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain(Desk.Marked, line, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(line);
        return json.RootElement.Clone();
    }

    /// <summary>What stands in a field, as <c>seal.fingerprint</c> or <c>lines.0.with</c>; null if it is left
    /// out.</summary>
    internal static string? At(this JsonElement answer, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (int.TryParse(name, out var index))
                answer = answer[index];
            else if (answer.TryGetProperty(name, out var field))
                answer = field;
            else
                return null;
        }
        return answer.ToString();
    }
}
