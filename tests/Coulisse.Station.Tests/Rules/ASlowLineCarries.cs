using Coulisse.Wire.Lines;

namespace Coulisse.Station.Tests.Rules;

/// <summary>A line of 9,600 bit/s is a line, and what is urgent does not wait on it behind what is not.</summary>
public sealed class ASlowLineCarries
{
    private const int Kilobyte = 1_024;
    private const int Slow = 1_200; // bytes a second
    private const int Fast = 10_000_000;

    [Theory]
    [InlineData(Side.A)]
    [InlineData(Side.B)]
    public void What_has_piled_up_arrives_and_little_of_it_goes_twice(Side writer)
    {
        using var line = new SlowCarrier(Slow);
        for (var count = 0; count < 30; count++)
            line.Say(writer, 15 * Kilobyte);
        Assert.True(line.Until(() => line.HereOf(writer.Other()) == 30, TimeSpan.FromMinutes(15)));
        Assert.True(line.BytesSent < 30 * 16 * Kilobyte * 5 / 4, $"{line.BytesSent} bytes");
        Assert.InRange(line.GivenUp, 0, 1);
    }

    [Fact]
    public void A_flash_message_overtakes_a_backlog_within_seconds()
    {
        using var line = new SlowCarrier(8_000);
        for (var count = 0; count < 200; count++)
            line.Say(Side.A, 15 * Kilobyte);
        Assert.False(line.Until(() => line.HereOf(Side.B) == 200, TimeSpan.FromMinutes(1)));
        foreach (var number in (ulong[])[201, 202, 203])
        {
            var said = line.Now;
            line.Say(Side.A, 100, number % 2 == 0 ? Precedence.Immediate : Precedence.Flash);
            Assert.True(line.Until(() => line.Has(Side.B, number), TimeSpan.FromSeconds(8)),
                $"not there {line.Now - said} after it was said");
        }
        Assert.True(line.Until(() => line.HereOf(Side.B) == 203, TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public void One_long_entry_is_broken_off_for_what_is_urgent_and_arrives_after_it()
    {
        using var line = new SlowCarrier(Slow);
        line.Say(Side.A, 200 * Kilobyte); // minutes
        Assert.False(line.Until(() => line.HereOf(Side.B) == 1, TimeSpan.FromSeconds(30)));
        line.Say(Side.A, 100, Precedence.Flash);
        Assert.True(line.Until(() => line.Has(Side.B, 2), TimeSpan.FromSeconds(8)));
        Assert.Equal(1, line.Interrupted);
        Assert.False(line.Has(Side.B, 1));
        Assert.True(line.Until(() => line.HereOf(Side.B) == 2, TimeSpan.FromMinutes(15)));
        Assert.Equal(0, line.GivenUp);
    }

    [Fact]
    public void A_fast_line_that_becomes_slow_goes_on()
    {
        using var line = new SlowCarrier(Fast);
        for (var count = 0; count < 400; count++)
            line.Say(Side.A, 60 * Kilobyte);
        Assert.True(line.Until(() => line.HereOf(Side.B) == 400, TimeSpan.FromMinutes(1)));
        Assert.InRange(line.Calls, 2, 40); // larger and larger bundles
        line.BytesASecond = Slow;
        for (var count = 0; count < 30; count++)
            line.Say(Side.A, 15 * Kilobyte);
        Assert.True(line.Until(() => line.HereOf(Side.B) == 430, TimeSpan.FromMinutes(30)));
    }
}
