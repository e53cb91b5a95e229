using System.Net;
using System.Net.Sockets;
using System.Text;
using Coulisse.Signals.Tests.Hostile.Routes;

namespace Coulisse.Signals.Tests.Hostile;

/// <summary>Too much is refused before it is taken in: by what the request says of itself, or once it has sent
/// more.</summary>
[Trait("Row", "19")]
public sealed class Sizes_of_what_is_sent(SharedPage shared) : IClassFixture<SharedPage>
{
    /// <summary>Our largest body, and what a socket's buffers on both sides may hold beyond it.</summary>
    private const int TakenBytesMax = 16 << 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PeopledPage Page => shared.Page;

    [Fact]
    public async Task A_body_announced_as_larger_is_refused_at_every_route_before_a_byte_of_it_came()
    {
        foreach (var route in PageRoute.Of(Page.Page.Services).Where(route => route.IsPost))
        {
            var status = await AnnounceAsync(route.Address, bytes: 5_000_000_000);
            Assert.True(status is >= 400 and < 500, $"{route.Name}: {status}");
        }
    }

    [Theory]
    [InlineData("/thread/1/write", "application/x-www-form-urlencoded")]
    [InlineData("/account/sign-in", "application/x-www-form-urlencoded")]
    [InlineData("/publisher/items/1/sign", "multipart/form-data; boundary=x")]
    [InlineData("/publisher/new", "multipart/form-data; boundary=x")]
    public async Task A_body_without_end_is_cut_off(string path, string type)
    {
        using var endless = new EndlessBody(head: type.StartsWith("multi", StringComparison.Ordinal)
            ? "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" : "text=");
        using var client = new HttpClient { BaseAddress = Page.Page.Address };
        client.DefaultRequestHeaders.Add("Cookie", Page["editor"].Cookies);
        using var content = new StreamContent(endless);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        try
        {
            using var answer = await client.PostAsync(path, content, Cancel);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
        catch (HttpRequestException)
        {
            // The connection was closed while we were still sending: cut off too.
        }
        Assert.InRange(endless.Given, 1, TakenBytesMax);
    }

    /// <summary>Head only; the status that comes back.</summary>
    private async Task<int> AnnounceAsync(string path, long bytes)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Page.Page.Address.Port, Cancel);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {Page.Page.Address.Authority}\r\n"
            + $"Cookie: {Page["editor"].Cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"Content-Length: {bytes}\r\nConnection: close\r\n\r\n"), Cancel);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var status = (await reader.ReadLineAsync(Cancel))!.Split(' ')[1];
        return int.Parse(status, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Gives as long as it is asked, up to many times what may be taken.</summary>
    private sealed class EndlessBody(string head) : Stream
    {
        private const int GivenMax = TakenBytesMax * 8;

        public int Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var some = Given == 0
                ? Encoding.ASCII.GetBytes(head, buffer.AsSpan(offset))
                : Math.Min(count, GivenMax - Given);
            if (Given > 0)
                buffer.AsSpan(offset, some).Fill((byte)'x');
            Given += some;
            return some;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
