using System.Text;

namespace Coulisse.Fuzz.Mutations;

/// <summary>Damage to text: lines, numbers, brackets without end, characters that steer or are none.</summary>
internal static class Lines
{
    private const int NestingMax = 3_000;

    private static readonly string[] Openers =
    [
        "> ", "- ", "1. ", "[", "(", "*", "_", "`", "![", "[a](", "<div>", "{\"a\":", "[[", "#", "| ", "~~", "**a ",
        "&lt;",
        "a\u0301", "(((", "> - ", "\\", "\"", "&#", "\n",
    ];

    private static readonly byte[][] Odd =
    [
        [0xff], [0xc3, 0x28], [0xc0, 0xaf], [0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80], // no UTF-8
        [0xed, 0xa0, 0x80], [0xed, 0xb0, 0x80], [0xed, 0xa0, 0xbd], // surrogates alone
        "\u202e"u8.ToArray(), "\u2066"u8.ToArray(), "\u200f"u8.ToArray(), "\u2028"u8.ToArray(), "\u0085"u8.ToArray(),
        "\ufeff"u8.ToArray(), "\u2060"u8.ToArray(), "\u0000"u8.ToArray(), "\ufdd0"u8.ToArray(), "\u0300"u8.ToArray(),
        "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), "\r"u8.ToArray(), "\t"u8.ToArray(), "\uffff"u8.ToArray(),
    ];

    private static readonly string[] Numbers =
        ["0", "-1", "00", "2147483648", "9223372036854775808", "1e999", "99999999999999999999", "1.5", "٣", ""];

    private static readonly string[] Harmful =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "javascript:alert(1)",
        "[x](java\tscript:alert(1))", "<a href=\"data:text/html,x\">", "![x](http://a.example/x)",
        "//a.example", "/\\a",
        "<svg/onload=alert(1)>", "[x](vbscript:x)", "<style>@import'x'</style>", "[x]: javascript:alert(1)\n\n[x]",
        "\" onmouseover=\"x", "http://[::1", "https://a@b.example", "&#106;avascript:x", "<math><mtext></math>",
    ];

    public static byte[] Damage(byte[] input, IReadOnlyList<string> words, Random random) => random.Next(8) switch
    {
        0 => Put(input, Odd[random.Next(Odd.Length)], random),
        1 => Put(input, Nested(random), random),
        2 => Put(input, Encoding.UTF8.GetBytes(Harmful[random.Next(Harmful.Length)]), random),
        3 => WithNumber(input, random),
        4 when words.Count > 0 => Put(input, Encoding.UTF8.GetBytes(words[random.Next(words.Count)]), random),
        _ => WithLines(input, random),
    };

    private static byte[] Nested(Random random)
    {
        var opener = Encoding.UTF8.GetBytes(Openers[random.Next(Openers.Length)]);
        return Blind.Repeated(opener, 1 + random.Next(random.Next(8) == 0 ? NestingMax : 30));
    }

    private static byte[] Put(byte[] input, byte[] part, Random random)
    {
        var at = random.Next(input.Length + 1);
        return [.. input[..at], .. part, .. input[at..]];
    }

    private static byte[] WithNumber(byte[] input, Random random)
    {
        var start = random.Next(input.Length);
        while (start < input.Length && !char.IsAsciiDigit((char)input[start]))
            start++;
        var end = start;
        while (end < input.Length && char.IsAsciiDigit((char)input[end]))
            end++;
        return [.. input[..start], .. Encoding.UTF8.GetBytes(Numbers[random.Next(Numbers.Length)]), .. input[end..]];
    }

    private static byte[] WithLines(byte[] input, Random random)
    {
        var from = LineStart(input, random.Next(input.Length));
        var to = LineEnd(input, from);
        var other = LineStart(input, random.Next(input.Length));
        var line = input[from..to];
        return random.Next(4) switch
        {
            0 => [.. input[..from], .. input[to..]],
            1 => [.. input[..to], .. line, .. input[to..]],
            2 => [.. input[..other], .. line, .. input[other..]],
            _ => [.. input[..to], .. Blind.Repeated(line, 1 + random.Next(200)), .. input[to..]],
        };
    }

    private static int LineStart(byte[] input, int at) => input.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;

    private static int LineEnd(byte[] input, int at)
    {
        var end = input.AsSpan(at).IndexOf((byte)'\n');
        return end < 0 ? input.Length : at + end + 1;
    }
}
