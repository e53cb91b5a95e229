using System.Text;

namespace Coulisse.Signals.Accounts;

/// <summary>A display name that passed the check, and its skeleton: names that look alike have the same one.</summary>
internal sealed record AccountName(string Shown, string Skeleton)
{
    public const int CharactersMin = 2;
    public const int CharactersMax = 40;
    public const int TypedMax = 400;

    public static AccountName? Read(string typed)
    {
        var shown = typed.Trim();
        if (shown.Length is < 2 or > 40 || shown.Any(char.IsControl))
            return null;
        return new AccountName(shown, SkeletonOf(shown));
    }

    /// <summary>Of anything typed into a name field; never fails.</summary>
    public static string SkeletonOf(string typed) => typed.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
