namespace Coulisse.Talks.Parties;

/// <summary>Mandates as people say them.</summary>
public static class MandateNames
{
    /// <summary>Whoever has a mandate.</summary>
    public static Mandate All { get; } = Enum.GetValues<Mandate>().Aggregate((all, one) => all | one);

    /// <summary>Each by itself, in the order of the protocol.</summary>
    public static IEnumerable<Mandate> Each(Mandate mandates) =>
        Enum.GetValues<Mandate>().Where(one => one != Mandate.None && mandates.HasFlag(one));

    /// <summary>Their names, as "duty officer", with this between them.</summary>
    public static string Of(Mandate mandates, string between) => string.Join(between, Each(mandates)
        .Select(one => one == Mandate.DutyOfficer ? "duty officer" : one.ToString().ToLowerInvariant()));
}
