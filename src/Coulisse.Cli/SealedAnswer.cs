using System.Diagnostics;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary>What a seal signed, as <c>--json</c> tells of it: what it is, whose, the entry of the seal's chain, the
/// file; and its content, in exactly one of the fields from <paramref name="Accreditation"/> on. Beside an order the
/// desk that asked for it, if one did.</summary>
internal sealed record SealedAnswer(
    string What, string Party, SealOfAnswer Seal, string File, AccreditedAnswer? Accreditation = null,
    RecallAnswer? Recall = null, OrderAnswer? Order = null, LetterOfAnswer? Letter = null,
    RecognitionAnswer? Recognition = null, SuccessorAnswer? Succession = null, AccreditedAnswer? Desk = null)
{
    internal static SealedAnswer Of<T>(Sealed<T> signed, string file)
        where T : ISealContent<T>
    {
        var answer = new SealedAnswer(SealWords.Kind(T.Kind), signed.By.Party, SealOfAnswer.Of(signed.Entry), file);
        return signed switch
        {
            Sealed<Accreditation> one => answer with { Accreditation = AccreditedAnswer.Of(one) },
            Sealed<Recall> { Content: var one } => answer with
            {
                Recall = new(one.Serial, one.Accreditation.ToString(), one.Reason),
            },
            Sealed<RoomOrder> { Content: var one } => answer with { Order = OrderAnswer.Of(one) },
            Sealed<Letter> { Content: var one } => answer with { Letter = LetterOfAnswer.Of(one) },
            Sealed<Recognition> { Content: var one } => answer with { Recognition = RecognitionAnswer.Of(one) },
            Sealed<Succession> { Content.NewSeal: var one } => answer with
            {
                Succession = new(one.ToString(), SealFingerprint.Of(one).ToString()),
            },
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The same without whose seal it is: that is heard, and copied from nowhere.</summary>
    internal SealedAnswer WithoutSeal() => this with { Seal = Seal with { Key = null, Fingerprint = null } };
}

/// <summary>The seal that signed, and where in its chain; named as <c>verify --json</c> names them.</summary>
internal sealed record SealOfAnswer(
    string? Key, string? Fingerprint, ulong Entry, string EntryHash, DateTimeOffset ClaimedAt)
{
    internal static SealOfAnswer Of(SealEntry entry) => new(entry.Content.Key.ToString(),
        SealFingerprint.Of(entry.Content.Key).ToString(), entry.Content.Number, entry.Hash().ToString(),
        entry.Content.ClaimedAt);
}

/// <summary>Who or what is accredited, to what, and how long; a station is reached somewhere.</summary>
internal sealed record AccreditedAnswer(ulong Serial, string Kind, string Id, IReadOnlyList<OfficeAnswer> Office,
    string Mandate, IReadOnlyList<string>? ReachedAt, DateTimeOffset From, DateTimeOffset Until)
{
    internal static AccreditedAnswer Of(Sealed<Accreditation> signed) => new(signed.Number,
        signed.Content.Subject.Kind.ToString().ToLowerInvariant(), signed.Content.Subject.Id.ToString(),
        [.. signed.Content.Office.Select(name => new OfficeAnswer(name.Language, name.Text))],
        MandateWords.Of(signed.Content.Mandate), signed.Content.Carriers.Count == 0 ? null
            : [.. signed.Content.Carriers.Select(carrier => carrier.Address)],
        signed.Content.NotBefore, signed.Content.NotAfter);
}

/// <summary>An office in one language.</summary>
internal sealed record OfficeAnswer(string Language, string Text);

/// <summary>Which accreditation was taken back, by its number and the hash of its entry, and why.</summary>
internal sealed record RecallAnswer(ulong Serial, string Accreditation, string Reason);

/// <summary>What was ordered: of which room, which leaf, and the hash of the keys that come in its place.</summary>
internal sealed record OrderAnswer(string What, string Room, string Leaf, string? Enters)
{
    internal static OrderAnswer Of(RoomOrder order) => new(order.What.ToString().ToLowerInvariant(),
        order.Room.ToString(), order.LeafKey.ToString(),
        order.What == RoomOrderKind.Replacement ? order.KeyPackage.ToString() : null);
}

/// <summary>What a letter says: its station, the desks on duty, and the key of the seal that this one
/// follows.</summary>
internal sealed record LetterOfAnswer(
    AccreditedAnswer Station, IReadOnlyList<AccreditedAnswer> Desks, string? FollowsSeal)
{
    internal static LetterOfAnswer Of(Letter letter) => new(AccreditedAnswer.Of(letter.Station),
        [.. letter.Desks.Select(AccreditedAnswer.Of)], letter.Predecessor?.By.Seal.ToString());
}

/// <summary>Whose seal was recognised, by which letter's entry, and the key of the seal in whose place it
/// comes.</summary>
internal sealed record RecognitionAnswer(
    string Party, string Key, string Fingerprint, string Letter, string? InPlaceOf)
{
    internal static RecognitionAnswer Of(Recognition recognition) => new(recognition.Other.Party,
        recognition.Other.Seal.ToString(), SealFingerprint.Of(recognition.Other.Seal).ToString(),
        recognition.Letter.ToString(), recognition.Replaces?.ToString());
}

/// <summary>The seal that follows.</summary>
internal sealed record SuccessorAnswer(string Key, string Fingerprint);
