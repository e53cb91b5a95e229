using System.Text;

namespace Coulisse.Demo.Line;

/// <summary>Texts of every kind, in both directions of both rooms, with a station killed in between.</summary>
internal static class Stress
{
    private const int MessageBytesMax = 61_440;

    public static async Task RunAsync(Coulisse.Stage.TwoParties parties, Talk talk, string? text)
    {
        var words = Texts().Concat(text is null ? [] : Pieces(File.ReadAllBytes(text))).ToList();
        for (var at = 0; at < words.Count; at++)
        {
            var room = talk.Rooms.Values.ElementAt(at % talk.Rooms.Count);
            var label = talk.Rooms.First(one => one.Value == room).Key;
            if (at == words.Count / 3)
                await parties.B.Station.KillAsync();
            if (at == 2 * words.Count / 3)
                await parties.B.Station.StartAsync();
            await talk.SayAsync(label, at / 2 % 2 == 0 ? room.Creator : room.Other, words[at]);
        }
        if (!parties.B.Station.IsRunning)
            await parties.B.Station.StartAsync();
        await talk.SettleAsync();
    }

    /// <summary>A text in pieces that each fit one message and end between characters.</summary>
    public static IEnumerable<byte[]> Pieces(byte[] text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(MessageBytesMax, text.Length - at);
            while (at + length < text.Length && (text[at + length] & 0xC0) == 0x80)
                length--;
            yield return text[at..(at + length)];
            at += length;
        }
    }

    private static IEnumerable<byte[]> Texts()
    {
        string[] texts =
        [
            "Мы подтверждаем получение и просим не считать молчание ответом.",
            "نؤكد أن الخط مفتوح، ولا نعدّ الصمت جوابًا.",
            "我们确认线路畅通,不把沉默当作回答。",
            "👩🏽‍🚀👨‍👩‍👧‍👦 🏳️‍🌈 🇺🇳 and a plain word",
            "e\u0301 ö́ ẛ̣ क्षि — combining marks in no usual form",
            "\u0000\u0001\u0007\u001b[2J\u007f\u0085 control characters",
            "\u202Eturned\u202C \u2067isolated\u2069 \uFEFFmarked",
            "\n",
            "  leading and trailing spaces, tabs\t\r\nand mixed line ends\r\n",
            string.Concat(Enumerable.Repeat("sixty kibibytes in one message; ", 2_000))[..MessageBytesMax],
        ];
        return texts.Select(Encoding.UTF8.GetBytes);
    }
}
