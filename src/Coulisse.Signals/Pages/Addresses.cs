using System.Globalization;
using System.Text;
using Coulisse.Signals.Items;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Pages;

/// <summary>Where things stand on the page. One thing has one address; every other spelling leads to it.</summary>
public static class Addresses
{
    public const int SlugCharsMax = 80;

    /// <summary><c>/fr/12/what-was-said</c>: the number finds it, the words are for people.</summary>
    public static string Edition(Item item, Edition edition) =>
        $"/{edition.Language}/{item.Id}/{Uri.EscapeDataString(Slug((edition.Live ?? edition.Latest).Title))}";

    /// <summary>An edition, at a page of its thread.</summary>
    public static string Thread(Item item, Edition edition, int page) =>
        page == 1 ? Edition(item, edition) : string.Create(CultureInfo.InvariantCulture, $"{Edition(item, edition)}?page={page}");

    /// <summary>A comment's permanent address, which leads to the page of the thread where it stands.</summary>
    public static string Comment(CommentId comment) => $"/comment/{comment}";

    /// <summary>The form for a comment that quotes a paragraph.</summary>
    public static string Quote(Item item, Edition edition, int block) => string.Create(CultureInfo.InvariantCulture,
        $"/thread/{item.Id}/write?reading={edition.Language}&quote=p:{edition.Language}:{edition.Live!.Number}:{block}");

    /// <summary>Where a signed file is fetched from.</summary>
    public static string SignedFile(Item item, SignedFile file) => string.Create(CultureInfo.InvariantCulture,
        $"/statement/{item.PublicId}/{file.Revision}{(file.IsWithdrawal ? ".withdrawal" : "")}.txt");

    /// <summary>The name under which a reader keeps a signed file.</summary>
    public static string SignedFileName(Item item, SignedFile file) => string.Create(CultureInfo.InvariantCulture,
        $"statement-{item.PublicId[..8]}-{file.Revision}{(file.IsWithdrawal ? "-withdrawal" : "")}.txt");

    /// <summary>A title's letters and digits, in its own script, words joined by hyphens.</summary>
    public static string Slug(string title)
    {
        var slug = new StringBuilder(SlugCharsMax);
        foreach (var rune in title.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (slug.Length >= SlugCharsMax)
                break;
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return WholeWords(slug.ToString()).Trim('-') is { Length: > 0 } words ? words : "item";
    }

    private static string WholeWords(string slug) =>
        slug.Length >= SlugCharsMax && slug.LastIndexOf('-') is > 0 and var end ? slug[..end] : slug;
}
