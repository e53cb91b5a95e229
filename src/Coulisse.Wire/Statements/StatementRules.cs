using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Text;

namespace Coulisse.Wire.Statements;

/// <summary>
/// What a statement must be before it can be signed, and is again when it was read: <c>protocol/statement.md</c>.
/// </summary>
public static partial class StatementRules
{
    /// <summary>Every rule that a statement breaks, in the order of its fields; empty when it may be signed.</summary>
    public static ImmutableArray<StatementFault> FaultsOf(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var faults = ImmutableArray.CreateBuilder<StatementFault>();
        if (!PartyRules.IsName(statement.Party))
            faults.Add(Whole(StatementFaultCode.BadParty,
                $"Give the party's name in one line of at most {PartyRules.NameBytesMax} bytes."));
        if (statement.Revision is < 1 or > StatementLimits.RevisionMax)
            faults.Add(Whole(StatementFaultCode.BadRevision,
                $"Number revisions from 1 to {StatementLimits.RevisionMax}."));
        if (statement.Place is { } place && !IsLine(place, StatementLimits.PlaceBytesMax))
            faults.Add(Whole(StatementFaultCode.BadPlace,
                $"Give the place in one line of at most {StatementLimits.PlaceBytesMax} bytes, or none."));
        AddEditionSetFaults(statement.Editions, faults);
        for (var index = 0; index < statement.Editions.Length; index++)
            AddEditionFaults(statement.Editions[index], index, faults);
        if (faults.Count == 0 && IsTooLong(statement))
            faults.Add(Whole(StatementFaultCode.TooLong,
                $"Shorten the editions: together at most {StatementLimits.TextBytesMax} bytes "
                + $"and {StatementLimits.LinesMax} lines."));
        return faults.ToImmutable();
    }

    /// <summary>
    /// Whether a language tag is of the allowed form: language, then perhaps script, then perhaps region.
    /// </summary>
    public static bool IsLanguage(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return LanguageForm().IsMatch(tag);
    }

    internal static bool IsLine(string text, int bytesMax) =>
        text.Length <= bytesMax && PlainText.IsGoodLine(text) && Encoding.UTF8.GetByteCount(text) <= bytesMax;

    private static void AddEditionSetFaults(
        ImmutableArray<StatementEdition> editions, ImmutableArray<StatementFault>.Builder faults)
    {
        if (editions.Length is 0 or > StatementLimits.EditionsMax)
            faults.Add(Whole(StatementFaultCode.BadEditionCount, $"Give 1 to {StatementLimits.EditionsMax} editions."));
        else if (editions.All(edition => edition.Standing != EditionStanding.Authentic))
            faults.Add(Whole(StatementFaultCode.NoAuthenticEdition, "Mark at least one edition as authentic."));
        if (editions.Select(edition => edition.Language).Distinct(StringComparer.Ordinal).Count() != editions.Length)
            faults.Add(Whole(StatementFaultCode.LanguageTwice, "Give one edition for each language."));
    }

    private static void AddEditionFaults(StatementEdition edition, int index,
        ImmutableArray<StatementFault>.Builder faults)
    {
        void Add(StatementFaultCode code, string sentence, int? at = null) =>
            faults.Add(new(code, index, at, sentence));
        if (!IsLanguage(edition.Language))
            Add(StatementFaultCode.BadLanguage, "Write the language as en, sr-Latn or pt-BR.");
        if (!Enum.IsDefined(edition.Standing))
            Add(StatementFaultCode.BadStanding, "Mark the edition as authentic or as an official translation.");
        if (!IsLine(edition.Title, StatementLimits.TitleBytesMax))
            Add(StatementFaultCode.BadTitle,
                $"Give the title in one line of plain text of at most {StatementLimits.TitleBytesMax} bytes.");
        if (edition.Body.Length is 0 or > StatementLimits.BodyBytesMax
            || Encoding.UTF8.GetByteCount(edition.Body) > StatementLimits.BodyBytesMax)
            Add(StatementFaultCode.BadBodyLength, $"Give a body of 1 to {StatementLimits.BodyBytesMax} bytes.");
        else if (PlainText.FirstBadCharacter(edition.Body) is var (at, character))
            Add(StatementFaultCode.BadCharacter,
                Invariant(
                $"Remove the character U+{character:X4} from the body; it cannot be seen or reorders what is read."),
                at);
        else if (!edition.Body.IsNormalized())
            Add(StatementFaultCode.NotComposed, "Convert the body to composed characters (Unicode NFC).");
        else if (LineLikeSeal(edition.Body) is { } line)
            Add(StatementFaultCode.LooksLikeSeal,
                "Indent or reword the line that starts with \"%% \": such lines are a seal's.", line);
    }

    private static int? LineLikeSeal(string body)
    {
        if (body.StartsWith(SealBlock.LinePrefixText, StringComparison.Ordinal))
            return 0;
        var index = body.IndexOf('\n' + SealBlock.LinePrefixText, StringComparison.Ordinal);
        return index < 0 ? null : index + 1;
    }

    private static bool IsTooLong(Statement statement)
    {
        var text = StatementText.Write(statement);
        return text.Length > StatementLimits.TextBytesMax || text.AsSpan().Count((byte)'\n') > StatementLimits.LinesMax;
    }

    private static StatementFault Whole(StatementFaultCode code, string sentence) => new(code, null, null, sentence);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // A part of BCP 47 (RFC 5646 §2.1): no variants, extensions or private use, so that a tag can be shown and
    // compared.
    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageForm();
}
