using Coulisse.Station.Hosting;
using Microsoft.Extensions.Logging;

namespace Coulisse.Station.Tests.Sockets;

/// <summary>What a station logs has numbers, cases and sentences of its own, whatever is handed to it.</summary>
public sealed partial class ALogNamesNobody : IDisposable
{
    private readonly StringWriter written = new();
    private readonly StationLog log;

    public ALogNamesNobody() => log = new(written, TimeProvider.System);

    [Fact]
    public void Of_our_own_events_a_text_is_left_out()
    {
        Refused(log.CreateLogger("Coulisse.Station.Hosting.StationLoop"), "Naval attaché", 3, LogLevel.Error, true);
        var line = written.ToString();
        Assert.Contains(" event=refused ", line, StringComparison.Ordinal);
        Assert.Contains(" lines=3 what=error full=yes ", line, StringComparison.Ordinal);
        Assert.Contains("says=\"Something was refused.\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain("attach", line, StringComparison.Ordinal);
        Assert.Equal(written.NewLine, line[line.IndexOf('\n', StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Of_the_platforms_messages_the_words_are_left_out_and_of_its_failures_too()
    {
        Platform(log.CreateLogger("Microsoft.AspNetCore.Server.Kestrel"), "203.0.113.9:443",
            new InvalidOperationException("the key of 203.0.113.9 is not known"));
        var line = written.ToString();
        Assert.Contains(" from=Microsoft.AspNetCore.Server.Kestrel id=7", line, StringComparison.Ordinal);
        Assert.Contains(" failure=InvalidOperationException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.9", line, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        log.Dispose();
        written.Dispose();
    }

#pragma warning disable SYSLIB1015 // As the station's own: values stand beside the sentence.
    [LoggerMessage(1, LogLevel.Warning, "Something was refused.")]
    private static partial void Refused(ILogger log, string whom, int lines, LogLevel what, bool full);
#pragma warning restore SYSLIB1015

    [LoggerMessage(7, LogLevel.Error, "The connection of {Address} was closed.")]
    private static partial void Platform(ILogger log, string address, Exception why);
}
