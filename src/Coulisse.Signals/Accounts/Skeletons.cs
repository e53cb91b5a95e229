using Coulisse.Signals.Accounts.Names;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts;

/// <summary>Identity finds an account by its name's skeleton, so that two names that look alike are one.</summary>
internal sealed class Skeletons : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : Of(name);

    public string? NormalizeEmail(string? email) => null;

    /// <summary>Of anything typed into a name field; what cannot be a name has one too, and is counted under
    /// it.</summary>
    public static string Of(string typed)
    {
        if (typed.Length > DisplayName.TypedCharsMax)
            return "(too long)";
        return DisplayName.Check(typed) is DisplayNameVerdict.Accepted accepted
            ? accepted.Name.Skeleton
            : Confusables.CaselessSkeleton(string.Concat(typed.EnumerateRunes()));
    }
}
