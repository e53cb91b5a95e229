using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Publisher;

/// <summary>The form in which an edition is written, as it was last filled in.</summary>
/// <param name="Standing">The edition's, or what a new one is to be.</param>
/// <param name="Beside">The edition it is read against; null when it is written alone.</param>
/// <param name="Theirs">Somebody saved meanwhile: their version, which the form now follows.</param>
public sealed record EditionModel(Item Item, LanguageTag Language, EditionStanding Standing, EditionDraft Draft,
    BesideView? Beside, ImmutableArray<BodyBlock> Preview, EditionVersion? Theirs, ImmutableArray<Fault> Faults, string? SaidKey)
{
    public bool IsNew => Item.In(Language) is null;

    /// <summary>What saving over their version would change in it.</summary>
    public ImmutableArray<Difference> FromTheirs => Theirs is null
        ? []
        : Differences.Of($"{Theirs.Title}\n\n{Theirs.Body}", $"{Draft.Title}\n\n{Draft.Body}");
}

/// <summary>Words that are not saved yet.</summary>
/// <param name="BasedOn">The version that the editor had before them; 0 for a new edition.</param>
/// <param name="Follows">The editor says that the text now follows the source's latest version.</param>
public sealed record EditionDraft(string Title, string Body, string Note, int BasedOn, bool Follows);

/// <summary>The edition in the other column.</summary>
/// <param name="MadeFrom">The version of the source that the edition says it was made from; null if none.</param>
/// <param name="Changes">What changed in the source since that version; empty when nothing did.</param>
public sealed record BesideView(Edition Source, ImmutableArray<BesideRow> Rows, int? MadeFrom, ImmutableArray<Difference> Changes)
{
    /// <summary>Pieces that can be edited one by one; a longer text is edited whole.</summary>
    public const int PartsMax = 400;

    public bool IsByParts => Rows.Length <= PartsMax;

    /// <param name="source">What stands in the left column.</param>
    /// <param name="body">The Markdown in the right one.</param>
    /// <param name="madeFrom">The version of the source that the right one says it follows, if it follows this edition.</param>
    public static BesideView Of(Edition source, string body, EditionVersion? madeFrom)
    {
        var left = Body.Blocks(source.Latest.Body, []);
        var right = MarkdownParts.Of(body);
        var rows = Enumerable.Range(0, Math.Max(left.Length, right.Length) + 1).Select(i => new BesideRow(i + 1,
            i < left.Length ? left[i] : null, i < right.Length ? right[i] : ""));
        var changes = madeFrom is { } old && old.Number < source.Latest.Number
            ? Differences.Of($"{old.Title}\n\n{old.Body}", $"{source.Latest.Title}\n\n{source.Latest.Body}")
            : [];
        return new(source, [.. rows], madeFrom?.Number, changes);
    }
}

/// <summary>Blocks with the same number, left and right.</summary>
/// <param name="Left">Null where the source is shorter.</param>
/// <param name="Right">Markdown; empty where the edition is shorter.</param>
public sealed record BesideRow(int Number, BodyBlock? Left, string Right);
