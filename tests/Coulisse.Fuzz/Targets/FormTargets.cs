using System.Globalization;
using System.Text;

namespace Coulisse.Fuzz.Targets;

/// <summary>Forms of the page as they come over the network: headers, and a body in parts.</summary>
internal static class FormTargets
{
    private const string Head = "Content-Type: multipart/form-data; boundary=x1\r\nContent-Length: {length}\r\n";

    private static readonly string[] Words =
    [
        "\r\n", "\r\n\r\n", "--x1\r\n", "--x1--\r\n", "boundary=\"\"", "boundary=" + new string('b', 200),
        "Content-Length: 7\r\n", "Content-Length: 70000\r\n", "Transfer-Encoding: chunked\r\n",
        "Content-Type: text/plain\r\n", "Content-Type: application/x-www-form-urlencoded\r\n", "; charset=utf-16",
        "; charset=utf-7", "Content-Disposition: form-data; name=\"file\"\r\n", "; filename*=utf-8''%ff",
        "Content-Disposition: form-data\r\n", "RequestVerificationToken: {token}\r\n", "Content-Encoding: gzip\r\n",
        "Expect: 100-continue\r\n", "Sec-Fetch-Site: cross-site\r\n", "a=1&", "%ed%a0%80", "%00",
    ];

    public static IEnumerable<FuzzTarget> Of(FormWorld world, CredenceWorld credence) =>
    [
        Of(world, "form-upload", FormWorld.Sign, Part("file\"; filename=\"a.txt", credence.Signed[0]),
            Part("file\"; filename=\"a.txt", credence.Withdrawn), Part("file", "x"u8)),
        Of(world, "form-settings", FormWorld.Settings, [.. Part("name-en", "The quiet line"u8),
            .. Part("default-language", "en"u8), .. Part("zone", "Asia/Tokyo"u8), .. Part("held-words", "a\nb"u8)]),
        Of(world, "form-account", FormWorld.Reading, [.. Part("language", "fr"u8), .. Part("zone", "Asia/Tokyo"u8)]),
        Of(world, "form-thread", FormWorld.Write, [.. Part("text", "A first word."u8), .. Part("language", "en"u8),
            .. Part("submission", "00112233445566778899aabbccddeeff"u8)]),
    ];

    private static FuzzTarget Of(FormWorld world, string name, string path, params byte[][] bodies) =>
        new(name, InputForm.Lines, [.. bodies.SelectMany(Sent)], input => Read(world.Send(path, input)))
        {
            Words = Words,
            AllocatedFloor = 8 << 20, // Of this side of the line alone, and the page's beginning.
            TimeMax = TimeSpan.FromSeconds(3),
        };

    /// <summary>Taken is what was read as a form: done, or refused for what it says.</summary>
    private static Answer Read(int status) => status switch
    {
        200 or 302 or 303 or 422 => Answer.Yes,
        >= 400 and < 500 => Answer.No,
        _ => new Answer.Broken(string.Create(CultureInfo.InvariantCulture, $"It was answered with {status}.")),
    };

    /// <summary>With the page's word that it is its own form in a field, and in a header.</summary>
    private static IEnumerable<byte[]> Sent(byte[] parts) =>
    [
        [.. Encoding.ASCII.GetBytes(Head + "\r\n"), .. Part("__RequestVerificationToken", "{token}"u8), .. parts,
            .. "--x1--\r\n"u8],
        [.. Encoding.ASCII.GetBytes(Head + "RequestVerificationToken: {token}\r\n\r\n"), .. parts, .. "--x1--\r\n"u8],
    ];

    private static byte[] Part(string name, ReadOnlySpan<byte> content) =>
    [
        .. Encoding.ASCII.GetBytes($"--x1\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n"), .. content,
        .. "\r\n"u8,
    ];
}
