using System.Globalization;

namespace Coulisse.Fuzz;

/// <summary>What whoever calls the campaign wants.</summary>
/// <param name="Seconds">How long it runs, over all targets; 0: until the count.</param>
/// <param name="Count">Inputs to each target; 0: until the time is up.</param>
/// <param name="Seed">Chooses every input.</param>
/// <param name="Target">One target, or the beginning of the names of some; null: all.</param>
/// <param name="At">The number of one input, to be run alone.</param>
public sealed record Wishes(int Seconds, int Count, int Seed, string? Target = null, int? At = null)
{
    public const int SecondsMax = 24 * 60 * 60;
    public const int CountMax = 100_000_000;

    public const string Usage =
        "Usage: ./campaign fuzz [--seconds N | --count N] [--seed S] [--target NAME [--at N]]\n"
        + "N seconds over all targets (60 unless said) or N inputs to each; S a number.";

    /// <summary>Null when they cannot be read.</summary>
    public static Wishes? Read(string[] arguments)
    {
        var wishes = new Wishes(0, 0, Random.Shared.Next());
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || wishes.With(arguments[i], arguments[i + 1]) is not { } more)
                return null;
            wishes = more;
        }
        if (wishes is { Seconds: > 0, Count: > 0 } or { At: not null, Target: null })
            return null;
        return wishes is { Seconds: 0, Count: 0 } ? wishes with { Seconds = 60 } : wishes;
    }

    private Wishes? With(string name, string value)
    {
        if (name == "--target")
            return this with { Target = value };
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return name switch
        {
            "--seconds" when number is >= 1 and <= SecondsMax => this with { Seconds = number },
            "--count" when number is >= 1 and <= CountMax => this with { Count = number },
            "--seed" => this with { Seed = number },
            "--at" => this with { At = number },
            _ => null,
        };
    }
}
