using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Pairings;

/// <summary>
/// A letter of credence as texts that fit into codes for a camera, for machines between which no file can be carried.
/// The codes prove nothing: a letter that was put together of them is looked at as one from a file is.
/// </summary>
public static class LetterCodes
{
    /// <summary>The texts, in their order; empty if the letter is too long for them, and has to go as a file.</summary>
    public static IReadOnlyList<string> Split(Sealed<Letter> letter)
    {
        var bytes = WireValue.Encode(letter).Span.ToArray();
        var parts = bytes.Chunk(LetterPart.ContentBytesMax).ToList();
        var check = LetterPart.CheckOf(bytes);
        return parts.Count > LetterPart.PartsMax ? [] : [.. parts.Select((part, at) =>
            new LetterPart(at + 1, parts.Count, check, Opaque.CopyOf(part)).Write())];
    }

    /// <summary>Puts together what was read, in any order and as often as it was; never throws.</summary>
    public static LetterJoining Join(IReadOnlyCollection<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var known = new SortedDictionary<int, LetterPart>();
        LetterPart? first = null;
        foreach (var text in texts)
        {
            var (part, why) = LetterPart.Read(text);
            if (part is null)
                return new LetterJoining.Refused(why);
            first ??= part;
            if (part.Check != first.Check || part.Total != first.Total)
                return new LetterJoining.Refused(LetterCodesRefusal.OtherLetter);
            if (known.TryGetValue(part.Number, out var before) && before != part)
                return new LetterJoining.Refused(LetterCodesRefusal.Damaged);
            known[part.Number] = part;
        }
        if (first is null || known.Count < first.Total)
            return new LetterJoining.Partial(first?.Total ?? 0,
                [.. Enumerable.Range(1, first?.Total ?? 0).Where(number => !known.ContainsKey(number))]);
        return Whole([.. known.Values.SelectMany(part => part.Content.Span.ToArray())], first.Check);
    }

    private static LetterJoining Whole(byte[] bytes, string check)
    {
        try
        {
            if (LetterPart.CheckOf(bytes) == check)
                return new LetterJoining.Whole(WireValue.Decode<Sealed<Letter>>(bytes));
        }
        catch (DecodeException)
        {
            // told below
        }
        return new LetterJoining.Refused(LetterCodesRefusal.Damaged);
    }
}
