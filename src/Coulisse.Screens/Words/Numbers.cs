using System.Globalization;

namespace Coulisse.Screens.Words;

/// <summary>Numbers of messages, as short as they can be said: 3–7, 9.</summary>
internal static class Numbers
{
    /// <summary>In rising order.</summary>
    internal static string Short(IEnumerable<ulong> numbers)
    {
        var spans = new List<(ulong From, ulong To)>();
        foreach (var number in numbers.Order())
        {
            if (spans is [.., var (from, to)] && to + 1 == number)
                spans[^1] = (from, number);
            else
                spans.Add((number, number));
        }
        return string.Join(", ", spans.Select(span => span.From == span.To ? Of(span.From)
            : $"{Of(span.From)}–{Of(span.To)}"));
    }

    private static string Of(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
