using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Statements;
using Coulisse.Wire.Text;

namespace Coulisse.Wire.Records;

/// <summary>
/// What both sides sign, as lines that a person can read: the parts of a record, each in its one form. Lines of words
/// begin with a bar, so that no words can look like a line of the record.
/// </summary>
public static class RecordText
{
    internal const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private const string NoLanguage = "-";

    /// <summary>The text of each part; null if one breaks a rule, or all together are too long.</summary>
    public static ImmutableArray<byte[]>? Write(LineParties parties, IReadOnlyList<RecordPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(parts);
        if (!IsWellFormed(parts))
            return null;
        var texts = ImmutableArray.CreateBuilder<byte[]>(parts.Count);
        for (var number = 1; number <= parts.Count; number++)
        {
            if (Of(parties, parts[number - 1], $"{number} of {parts.Count}") is not { } text)
                return null;
            texts.Add(Encoding.UTF8.GetBytes(text));
        }
        return texts.Sum(text => text.Length) <= RecordLimits.TextBytesMax
            && texts.Sum(text => text.Count(one => one == '\n')) <= RecordLimits.LinesMax ? texts.DrainToImmutable()
            : null;
    }

    /// <summary>The parts of exactly this text; null for any other.</summary>
    internal static ImmutableArray<RecordPart>? Read(LineParties parties, ReadOnlySpan<byte> text)
    {
        var lines = new LineCursor(text);
        var parts = ImmutableArray.CreateBuilder<RecordPart>();
        while (!lines.AtEnd)
        {
            if (parts.Count == RecordLimits.PartsMax || lines.Field("Part") is null
                || ReadPart(parties, ref lines) is not { } part || lines.Next() != "")
                return null;
            parts.Add(part);
        }
        // There is one form only: what is written again must be what was read.
        return Write(parties, parts) is { } again && again.SelectMany(one => one).ToArray().AsSpan().SequenceEqual(text)
            ? parts.ToImmutable() : null;
    }

    // The subject, perhaps minutes, then messages; something besides the subject.
    private static bool IsWellFormed(IReadOnlyList<RecordPart> parts) =>
        parts.Count is > 1 and <= RecordLimits.PartsMax && parts[0] is RecordPart.Subject
        && parts[1] is RecordPart.Minutes or RecordPart.Message && parts.Skip(2).All(part => part is RecordPart.Message)
        && parts.All(part => part.Words.Count <= RecordLimits.WordsMax);

    private static string? Of(LineParties parties, RecordPart part, string place)
    {
        var text = new StringBuilder($"Part: {place}\n");
        switch (part)
        {
            case RecordPart.Subject:
                text.Append("Kind: subject\n");
                break;
            case RecordPart.Minutes:
                text.Append("Kind: minutes\n");
                break;
            case RecordPart.Message message when !TryWrite(text, parties, message):
                return null;
        }
        text.Append(CultureInfo.InvariantCulture, $"Words: {part.Words.Count}\n");
        foreach (var words in part.Words)
        {
            if (!TryWrite(text, words))
                return null;
        }
        return text.Append('\n').ToString();
    }

    private static bool TryWrite(StringBuilder text, LineParties parties, RecordPart.Message message)
    {
        if (!PlainText.IsGoodLine(message.Author.Office) || message.Name.Length != RecordTable.HashBytes
            || message.Author.Desk.Length != Subject.IdBytes || message.Number == 0
            || message.Written.Offset != TimeSpan.Zero || message.Written.Ticks % TimeSpan.TicksPerMillisecond != 0)
            return false;
        text.Append(CultureInfo.InvariantCulture, $"Kind: message\nAuthor: {NameOf(parties, message.Author.Side)}\n")
            .Append(CultureInfo.InvariantCulture, $"Desk: {message.Author.Desk}\nOffice: {message.Author.Office}\n")
            .Append(CultureInfo.InvariantCulture, $"Number: {message.Number}\nWritten: {Text(message.Written)}\n")
            .Append(CultureInfo.InvariantCulture, $"Message: {message.Name}\n");
        if (message.Act.Length > 0)
            text.Append("Act: ").Append(Convert.ToBase64String(message.Act.Span)).Append('\n');
        return true;
    }

    private static bool TryWrite(StringBuilder text, RecordWords words)
    {
        if (words.Language == NoLanguage || Encoding.UTF8.GetByteCount(words.Language) > RecordLimits.LanguageBytesMax
            || words.Language.Contains('\n', StringComparison.Ordinal)
            || VisibleWords.Of(words.Language) is not { } language || VisibleWords.Of(words.Text) is not { } form)
            return false;
        var lines = form.Split('\n');
        text.Append(CultureInfo.InvariantCulture, $"Language: {(language.Length == 0 ? NoLanguage : language)}\n")
            .Append(CultureInfo.InvariantCulture, $"Lines: {lines.Length}\n");
        foreach (var line in lines)
            text.Append("| ").Append(line).Append('\n');
        return true;
    }

    private static RecordPart? ReadPart(LineParties parties, ref LineCursor lines) => lines.Field("Kind") switch
    {
        "subject" => ReadWords(ref lines) is { } words ? new RecordPart.Subject(words) : null,
        "minutes" => ReadWords(ref lines) is { } words ? new RecordPart.Minutes(words) : null,
        "message" => ReadMessage(parties, ref lines),
        _ => null,
    };

    private static RecordPart.Message? ReadMessage(LineParties parties, ref LineCursor lines)
    {
        if (lines.Field("Author") is not { } party || parties.SideOf(party) is not { } side
            || !Opaque.TryFromHex(lines.Field("Desk"), Subject.IdBytes, out var desk)
            || lines.Field("Office") is not { } office
            || !ulong.TryParse(lines.Field("Number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || Instant(lines.Field("Written")) is not { } written
            || !Opaque.TryFromHex(lines.Field("Message"), RecordTable.HashBytes, out var name))
            return null;
        var act = Opaque.Empty;
        if (lines.IsAt("Act") && (lines.Field("Act") is not { } base64 || !TryFromBase64(base64, out act)))
            return null;
        return ReadWords(ref lines) is { } words
            ? new(new(desk, side, office), number, written, name, act, words) : null;
    }

    private static WireList<RecordWords>? ReadWords(ref LineCursor lines)
    {
        if (!int.TryParse(lines.Field("Words"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count > RecordLimits.WordsMax)
            return null;
        var words = ImmutableArray.CreateBuilder<RecordWords>();
        for (; count > 0; count--)
        {
            if (lines.Field("Language") is not { } language || VisibleWords.Read(language) is not { } tag
                || !int.TryParse(lines.Field("Lines"), NumberStyles.None, CultureInfo.InvariantCulture, out var most)
                || most is < 1 or > RecordLimits.LinesMax || Joined(ref lines, most) is not { } text)
                return null;
            words.Add(new(tag == NoLanguage ? "" : tag, text));
        }
        return WireList.From(words);
    }

    private static string? Joined(ref LineCursor lines, int count)
    {
        var text = new StringBuilder();
        for (var line = 0; line < count; line++)
        {
            if (lines.Next() is not ['|', ' ', .. var form] || VisibleWords.Read(form) is not { } words)
                return null;
            text.Append(line == 0 ? "" : "\n").Append(words);
        }
        return text.ToString();
    }

    private static bool TryFromBase64(string text, out Opaque value)
    {
        var bytes = new byte[text.Length];
        var isOne = Convert.TryFromBase64String(text, bytes, out var length);
        value = isOne ? Opaque.CopyOf(bytes.AsSpan(0, length)) : Opaque.Empty;
        return isOne && length > 0;
    }

    internal static string NameOf(LineParties parties, Side side) => side switch
    {
        Side.A => parties.A,
        Side.B => parties.B,
        _ => throw new UnreachableException(),
    };

    private static string Text(DateTimeOffset instant) => instant.ToString(InstantForm, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string? text) => DateTimeOffset.TryParseExact(text, InstantForm,
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant) ? instant : null;
}
