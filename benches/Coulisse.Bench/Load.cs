using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Coulisse.Bench;

/// <summary>What one round of asking for one address gave.</summary>
/// <param name="PerSecond">Answers a second, all connections together.</param>
/// <param name="P50">Median milliseconds from the question to the answer's last byte.</param>
/// <param name="P99">The same, 99th of a hundred.</param>
/// <param name="Bytes">Of one answer, with its head.</param>
internal sealed record Round(double PerSecond, double P50, double P99, int Bytes);

/// <summary>Asks for an address over some kept connections, one question at a time each, for a bounded time, and reads whole answers.</summary>
/// <remarks>Sockets and a prepared question: the asker's own cost would otherwise hide differences between the answers.</remarks>
internal static class Load
{
    public static async Task<Round> AskAsync(int port, string path, string? cookie, int connections, TimeSpan time)
    {
        var question = Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n");
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var began = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => AskOnAsync(port, question, until)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var times = all.SelectMany(one => one.Times).Order().ToArray();
        return new(times.Length / seconds, At(times, 0.50), At(times, 0.99), all[0].Bytes);
    }

    private static async Task<(List<double> Times, int Bytes)> AskOnAsync(int port, byte[] question, long until)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var times = new List<double>();
        var buffer = new byte[4 << 20];
        var bytes = 0;
        while (Stopwatch.GetTimestamp() < until)
        {
            var began = Stopwatch.GetTimestamp();
            await socket.SendAsync(question);
            bytes = await AnswerAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return (times, bytes);
    }

    private static async Task<int> AnswerAsync(Socket socket, byte[] buffer)
    {
        var have = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (read == 0)
                throw new InvalidOperationException("The server closed the connection.");
            have += read;
            if (IsWhole(buffer.AsSpan(0, have)))
                return have;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        if (!answer.StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException("Not answered with 200: " + Encoding.ASCII.GetString(answer[..Math.Min(head, 200)]));
        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var digits = answer[(length + 16)..head];
        var end = digits.IndexOf("\r\n"u8);
        return answer.Length - head - 4 == int.Parse(end < 0 ? digits : digits[..end], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
