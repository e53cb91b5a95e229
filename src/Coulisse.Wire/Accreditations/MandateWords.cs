namespace Coulisse.Wire.Accreditations;

/// <summary>A mandate as people write it in English.</summary>
public static class MandateWords
{
    /// <summary>As "duty officer".</summary>
    public static string Of(Mandate mandate) => mandate switch
    {
        Mandate.DutyOfficer => "duty officer",
        _ => mandate.ToString().ToLowerInvariant(),
    };

    /// <summary>The mandate of such words, a hyphen or a space between them; else null.</summary>
    public static Mandate? Parse(string words) =>
        Enum.GetValues<Mandate>().Where(mandate => Of(mandate) == words.Replace('-', ' '))
            .Select(mandate => (Mandate?)mandate).FirstOrDefault();
}
