using System.Collections.Immutable;
using System.Text.Json;

namespace Coulisse.Signals.Claims.Cues;

/// <summary>How well the suggestions do in one language, for the publisher's screen.</summary>
/// <param name="Sentences">How many labelled sentences of ours were judged: the half that nobody tuned on.</param>
/// <param name="Precision">Of the sentences it suggested, the share that a person had marked; 0 to 1.</param>
/// <param name="Recall">Of the sentences a person had marked, the share that it suggested; 0 to 1.</param>
public sealed record CueMeasure(string Language, int Sentences, double Precision, double Recall)
{
    private static readonly Lazy<ImmutableArray<CueMeasure>> Measured = new(ReadPublished);

    /// <summary>What measured.json says, by language; a test fails when it is not what the program does.</summary>
    public static ImmutableArray<CueMeasure> Published => Measured.Value;

    private static ImmutableArray<CueMeasure> ReadPublished()
    {
        using var stream = typeof(CueMeasure).Assembly.GetManifestResourceStream(typeof(CueMeasure), "measured.json")
            ?? throw new InvalidOperationException("The program was built without measured.json.");
        return [.. JsonSerializer.Deserialize<CueMeasure[]>(stream, JsonSerializerOptions.Web) ?? []];
    }
}
