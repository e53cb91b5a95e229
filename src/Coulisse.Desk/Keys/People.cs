using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Desk.Keys;

/// <summary>Who is on a line: the desks of both letters, the own one first.</summary>
internal sealed class People
{
    private readonly Dictionary<Opaque, Sealed<Accreditation>> desks = [];

    internal People(LineCredence credence, Sealed<Accreditation> own)
    {
        desks[own.Content.Subject.Id] = own;
        Theirs = [.. credence.OtherLetters[^1].Content.Desks];
        foreach (var desk in credence.OtherLetters.Concat(credence.OwnLetters)
            .SelectMany(letter => letter.Content.Desks))
            desks.TryAdd(desk.Content.Subject.Id, desk);
    }

    /// <summary>Our own alone, of every line's letter: who may be met at home.</summary>
    internal People(IEnumerable<LineCredence> lines, Sealed<Accreditation> own)
    {
        desks[own.Content.Subject.Id] = own;
        Theirs = [];
        Meet(lines.SelectMany(line => line.OwnLetters).SelectMany(letter => letter.Content.Desks));
    }

    /// <summary>The other side's duty desks, as their last letter names them.</summary>
    internal IReadOnlyList<Sealed<Accreditation>> Theirs { get; }

    /// <summary>What a party's seal says of a desk; null if no letter names it.</summary>
    internal Sealed<Accreditation>? Of(Opaque desk) => desks.GetValueOrDefault(desk);

    /// <summary>Takes up who is met in a room.</summary>
    internal void Meet(IEnumerable<Sealed<Accreditation>> members)
    {
        foreach (var member in members)
            desks.TryAdd(member.Content.Subject.Id, member);
    }

    /// <summary>Everybody who is known, of either side.</summary>
    internal IEnumerable<Sealed<Accreditation>> All => desks.Values;

    /// <summary>The other side's desk that a person means: by its number, or by words of its office; null if none or
    /// several.</summary>
    internal Sealed<Accreditation>? Find(string words) => Find(words, Theirs);

    /// <summary>The same, of either side.</summary>
    internal Sealed<Accreditation>? FindAmongAll(string words) => Find(words, [.. desks.Values]);

    private static Sealed<Accreditation>? Find(string words, IReadOnlyList<Sealed<Accreditation>> among)
    {
        var byNumber = among.Where(one => one.Content.Subject.Id.ToString().StartsWith(words,
            StringComparison.Ordinal));
        var byOffice = among.Where(one => one.Content.Office.Any(name =>
            name.Text.Contains(words, StringComparison.OrdinalIgnoreCase)));
        return words.Length >= 4 && byNumber.Take(2).ToList() is [var numbered] ? numbered
            : byOffice.Take(2).ToList() is [var named] ? named : null;
    }
}
