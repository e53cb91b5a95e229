namespace Coulisse.Languages;

/// <summary>Which way a language is written, for texts in languages the interface does not speak.</summary>
public static class TextDirection
{
    private static readonly string[] RightToLeft = ["ar", "arc", "ckb", "dv", "fa", "ha-Arab", "he", "ks", "ps", "sd", "ug", "ur", "yi"];

    /// <summary><c>rtl</c> or <c>ltr</c>, for <c>dir</c>.</summary>
    public static string Of(string bcp47) =>
        RightToLeft.Contains(bcp47) || RightToLeft.Contains(bcp47.Split('-')[0]) || bcp47.Contains("-Arab", StringComparison.Ordinal)
            ? "rtl"
            : "ltr";
}
