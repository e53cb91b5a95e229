using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Accreditations;

/// <summary>What a delegate, desk or station is, in one language: "Security adviser".</summary>
/// <remarks><code>struct { opaque language&lt;V&gt;; opaque text&lt;V&gt;; } OfficeName;</code></remarks>
/// <param name="Language">A tag as <see cref="StatementRules.IsLanguage"/> allows it.</param>
/// <param name="Text">One line of plain text.</param>
public sealed record OfficeName(string Language, string Text) : IWireValue<OfficeName>
{
    /// <summary>The longest text, in bytes of UTF-8.</summary>
    public const int TextBytesMax = 200;

    /// <summary>The most languages of one office.</summary>
    public const int LanguagesMax = 16;

    /// <summary>The longest language tag, in bytes.</summary>
    public const int LanguageBytesMax = 12;

    internal bool IsWellFormed => StatementRules.IsLanguage(Language) && StatementRules.IsLine(Text, TextBytesMax);

    /// <summary>Whether an office has at least one name and each language once, in the order of their tags.</summary>
    public static bool AreAnOffice(IReadOnlyList<OfficeName> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Count is >= 1 and <= LanguagesMax && names.All(name => name.IsWellFormed)
            && names.Zip(names.Skip(1)).All(pair =>
                string.CompareOrdinal(pair.First.Language, pair.Second.Language) < 0);
    }

    /// <inheritdoc/>
    public static OfficeName Read(ref TlsReader reader) => new(
        Language: WireFields.ReadLine(ref reader, LanguageBytesMax),
        Text: WireFields.ReadLine(ref reader, TextBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        WireFields.WriteText(writer, Language);
        WireFields.WriteText(writer, Text);
    }
}
