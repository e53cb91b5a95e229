using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts;

/// <summary>Identity finds an account by its name's skeleton, so that two names that look alike are one.</summary>
internal sealed class Skeletons : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : AccountName.SkeletonOf(name);

    public string? NormalizeEmail(string? email) => null;
}
