using Coulisse.Crypto.Codec;
using Coulisse.Desk.Door;
using Coulisse.Wire.Desks;

namespace Coulisse.Desk.Tests.Terminal;

/// <summary>What people are told of a desk of their own side that does not read.</summary>
public sealed class ASilentDesk
{
    private static readonly DateTimeOffset Heard = new(2031, 5, 4, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 25, "has something to read and was not heard of since 2031-05-04 06:00 UTC;", "Open it;")]
    [InlineData(2_000, 1, "has some 2000 entries to read; until", "Open it;")]
    [InlineData(0, 24 * 30, "not heard of since 2031-05-04 06:00 UTC;", "After thirty days of silence")]
    public void Is_named_with_how_much_since_when_and_what_to_do(int entries, int hours, string what, string whatToDo)
    {
        var told = SilentDesk.Of(new(Opaque.Zeros(16), (ulong)entries, (ulong)Heard.ToUnixTimeSeconds()), null,
            Heard.AddHours(hours));

        Assert.StartsWith("A desk of ours, 00000000, ", told, StringComparison.Ordinal);
        Assert.Contains(what, told, StringComparison.Ordinal);
        Assert.Contains(whatToDo, told, StringComparison.Ordinal);
    }

    [Fact]
    public void No_number_of_a_station_is_too_large_to_be_told() =>
        Assert.Contains("to read; until", SilentDesk.Of(new(Opaque.Zeros(16), ulong.MaxValue, ulong.MaxValue), null,
            Heard), StringComparison.Ordinal);
}
