using System.Collections.Immutable;
using Coulisse.Talks.Cbor;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Acts;

/// <summary>Texts in an act: an array of pairs, language and words; and what may stand in them.</summary>
internal static class WordsCbor
{
    internal static void Write(CborWriter writer, ImmutableArray<Wording> words)
    {
        writer.Array(words.Length);
        foreach (var one in words)
        {
            writer.Array(2);
            writer.Text(one.Language);
            writer.Text(one.Text);
        }
    }

    /// <summary>Four bytes a scalar at most: what is longer is refused before it is made a string.</summary>
    internal static ImmutableArray<Wording> Read(ref CborReader reader, int scalarsMax)
    {
        var words = ImmutableArray.CreateBuilder<Wording>();
        for (var count = reader.Array(ActLimits.LanguagesMax); count > 0 && !reader.IsBroken; count--)
        {
            if (reader.Array(2) != 2)
                reader.Break();
            words.Add(new(reader.Text(LanguageTag.CharactersMax), reader.Text(scalarsMax * 4)));
        }
        return words.ToImmutable();
    }

    internal static Refusal? FaultOf(ImmutableArray<Wording> words, int scalarsMax) =>
        words.IsDefaultOrEmpty ? Refusal.NoWords
        : words.Length > ActLimits.LanguagesMax ? Refusal.TooManyItems
        : words.Any(one => !LanguageTag.IsWellFormed(one.Language)) ? Refusal.NotALanguage
        : words.DistinctBy(one => one.Language, StringComparer.OrdinalIgnoreCase).Count() != words.Length
            ? Refusal.LanguageTwice
        : words.Select(one => FaultOf(one.Text, scalarsMax)).FirstOrDefault(fault => fault is not null);

    internal static Refusal? FaultOf(string text, int scalarsMax) =>
        string.IsNullOrWhiteSpace(text) ? Refusal.NoWords
        : !Scalars.IsPlain(text) ? Refusal.NotPlainText
        : Scalars.Count(text) > scalarsMax ? Refusal.TooLong
        : null;
}
