using System.Globalization;
using System.Security.Cryptography;

namespace Coulisse.World.Days;

/// <summary>What whoever calls the campaign wants.</summary>
/// <param name="Days">How many days.</param>
/// <param name="Seed">The first day's; the next has the next.</param>
public sealed record Wishes(int Days, ulong Seed)
{
    public const int DaysMax = 1_000_000;

    public const string Usage =
        "Usage: ./campaign sim [--days N] [--seed S]   (N from 1 to 1000000, 200 unless said; S a number)";

    /// <summary>Null when they cannot be read.</summary>
    public static Wishes? Read(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var wishes = new Wishes(200, (ulong)RandomNumberGenerator.GetInt32(int.MaxValue));
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length
                || !ulong.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            switch (arguments[i])
            {
                case "--days" when number is >= 1 and <= DaysMax: wishes = wishes with { Days = (int)number }; break;
                case "--seed" when number <= long.MaxValue: wishes = wishes with { Seed = number }; break;
                default: return null;
            }
        }
        return wishes;
    }
}
