using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Coulisse.Wire.Statements;

/// <summary>
/// A statement as lines: headers, then every edition verbatim behind the number of its lines, so that nothing in a
/// body can pass for a header. The same lines stand in the unsigned and the signed file; the first line differs.
/// </summary>
internal static class StatementText
{
    internal const string SignedHeading = "COULISSE STATEMENT 1";
    internal const string UnsignedHeading = "COULISSE UNSIGNED STATEMENT 1";

    private const string Authentic = "authentic";
    private const string OfficialTranslation = "official-translation";

    internal static byte[] Write(Statement statement, string heading = SignedHeading)
    {
        var text = new StringBuilder();
        text.Append(heading).Append('\n');
        Field(text, "Party", statement.Party);
        Field(text, "Statement", statement.Id.ToString());
        Field(text, "Revision", Digits(statement.Revision));
        if (statement.Place is { } place)
            Field(text, "Place", place);
        Field(text, "Editions", Digits(statement.Editions.Length));
        foreach (var edition in statement.Editions)
        {
            text.Append('\n');
            Field(text, "Edition", edition.Language + ' ' + Word(edition.Standing));
            Field(text, "Title", edition.Title);
            Field(text, "Lines", Digits(edition.Body.AsSpan().Count('\n') + 1));
            text.Append('\n').Append(edition.Body).Append('\n');
        }
        text.Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// The statement that <see cref="Write"/> gives exactly these bytes for; else null and the line where reading
    /// stopped.
    /// </summary>
    internal static (Statement? Statement, int Line) Read(ReadOnlySpan<byte> text, string heading = SignedHeading)
    {
        var lines = new LineCursor(text);
        if (lines.Next() != heading)
            return (null, 1);
        var statement = ReadLines(ref lines);
        if (statement is null || !lines.AtEnd)
            return (null, lines.Line);
        return StatementRules.FaultsOf(statement).IsEmpty && Write(statement, heading).AsSpan().SequenceEqual(text)
            ? (statement, lines.Line)
            : (null, lines.Line);
    }

    private static Statement? ReadLines(ref LineCursor lines)
    {
        if (lines.Field("Party") is not { } party || lines.Field("Statement") is not { } hex
            || StatementId.FromHex(hex) is not { } id || Number(lines.Field("Revision")) is not { } revision)
            return null;
        string? place = null;
        if (lines.IsAt("Place") && (place = lines.Field("Place")) is null)
            return null;
        if (Number(lines.Field("Editions")) is not { } count || count > StatementLimits.EditionsMax)
            return null;
        var editions = ImmutableArray.CreateBuilder<StatementEdition>(count);
        for (; count > 0; count--)
        {
            if (ReadEdition(ref lines) is not { } edition)
                return null;
            editions.Add(edition);
        }
        return lines.Next() is "" ? new Statement(party, id, revision, place, editions.ToImmutable()) : null;
    }

    private static StatementEdition? ReadEdition(ref LineCursor lines)
    {
        if (lines.Next() is not "" || lines.Field("Edition") is not { } mark || lines.Field("Title") is not { } title
            || Number(lines.Field("Lines")) is not { } count || count > StatementLimits.LinesMax
                || lines.Next() is not "")
            return null;
        if (mark.Split(' ') is not [var language, var word] || Standing(word) is not { } standing)
            return null;
        var body = new StringBuilder();
        for (var line = 0; line < count; line++)
        {
            if (lines.Next() is not { } next)
                return null;
            body.Append(line == 0 ? "" : "\n").Append(next);
        }
        return new(language, standing, title, body.ToString());
    }

    private static void Field(StringBuilder text, string name, string value) =>
        text.Append(name).Append(": ").Append(value).Append('\n');

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : null;

    private static string Word(EditionStanding standing) =>
        standing == EditionStanding.Authentic ? Authentic : OfficialTranslation;

    private static EditionStanding? Standing(string word) => word switch
    {
        Authentic => EditionStanding.Authentic,
        OfficialTranslation => EditionStanding.OfficialTranslation,
        _ => null,
    };
}
