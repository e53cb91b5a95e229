using System.Collections.Immutable;

namespace Coulisse.Wire.Accreditations;

/// <summary>
/// Which mandates may bind their party: open a room, consent to an admission or a change of charter. Data, so that a
/// charter can narrow it.
/// </summary>
/// <param name="MayConsent">The mandates that may.</param>
public sealed record MandateRights(ImmutableSortedSet<Mandate> MayConsent)
{
    /// <summary>Those who speak for the party.</summary>
    public static MandateRights Usual { get; } = new([Mandate.Principal, Mandate.DutyOfficer]);
}
