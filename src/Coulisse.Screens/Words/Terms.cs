using Coulisse.Door;
using Coulisse.Screens.Acts;

namespace Coulisse.Screens.Words;

/// <summary>The terms of a room, field by field, as they are filled in and as they are shown: a field more is a line
/// more in each of these lists.</summary>
internal static class Terms
{
    private const int Most = 1_000;

    /// <summary>As they are filled in.</summary>
    internal static IReadOnlyList<SheetField> Fields { get; } =
    [
        new("purpose", FieldForm.Words, Most),
        new("excluded", FieldForm.Words, Most, IsOptional: true),
    ];

    /// <summary>As they are shown: the key of each name, and what stands there.</summary>
    internal static IReadOnlyList<(string Key, string Text)> Of(TermsAnswer terms) =>
    [
        ("room.purpose", terms.Purpose),
        ("room.excluded", terms.Excluded),
    ];

    /// <summary>What a person filled in.</summary>
    internal static TermsAnswer Of(Filled filled) => new(filled["purpose"].Trim(), filled["excluded"].Trim());

    /// <summary>The same the other way.</summary>
    internal static void Fill(Filled filled, TermsAnswer terms) =>
        (filled["purpose"], filled["excluded"]) = (terms.Purpose, terms.Excluded);

    /// <summary>The terms of a room; null as long as they are not known here.</summary>
    internal static TermsAnswer? Of(RoomAnswer room) => room is { Purpose: { } purpose, Excluded: { } excluded }
        ? new(purpose, excluded) : null;
}
