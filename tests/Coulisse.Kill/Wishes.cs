namespace Coulisse.Kill;

/// <summary>What whoever calls the campaign wants.</summary>
/// <param name="Count">How many times the page is killed.</param>
/// <param name="Seed">Chooses what readers do and when the page is killed; the machine's own pace is not in it.</param>
public sealed record Wishes(int Count, int Seed)
{
    public const int CountMax = 100_000;

    public const string Usage =
        "Usage: ./campaign kill-page [--count N] [--seed S]   (N from 1 to 100000, 100 unless said; S a number)";

    /// <summary>Null when they cannot be read.</summary>
    public static Wishes? Read(string[] arguments)
    {
        var wishes = new Wishes(100, Random.Shared.Next());
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !int.TryParse(arguments[i + 1], out var number))
                return null;
            switch (arguments[i])
            {
                case "--count" when number is >= 1 and <= CountMax: wishes = wishes with { Count = number }; break;
                case "--seed" when number >= 0: wishes = wishes with { Seed = number }; break;
                default: return null;
            }
        }
        return wishes;
    }
}
