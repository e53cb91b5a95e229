namespace Coulisse.KillLine;

/// <summary>What whoever calls the campaign wants.</summary>
/// <param name="Count">How many times something is killed.</param>
/// <param name="Seed">Chooses what is killed and when; the machine's own pace is not in it.</param>
public sealed record Wishes(int Count, int Seed)
{
    public const int CountMax = 100_000;

    public const string Usage =
        "Usage: ./campaign kill [--count N] [--seed S]   (N from 1 to 100000, 100 unless said; S a number)";

    /// <summary>Null when they cannot be read.</summary>
    public static Wishes? Read(string[] arguments)
    {
        var wishes = new Wishes(100, Random.Shared.Next());
        for (var at = 0; at < arguments.Length; at += 2)
        {
            if (at + 1 == arguments.Length || !int.TryParse(arguments[at + 1], out var number) || number < 0)
                return null;
            switch (arguments[at])
            {
                case "--count" when number is >= 1 and <= CountMax: wishes = wishes with { Count = number }; break;
                case "--seed": wishes = wishes with { Seed = number }; break;
                default: return null;
            }
        }
        return wishes;
    }
}
