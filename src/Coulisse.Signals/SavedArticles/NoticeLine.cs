namespace Coulisse.Signals.SavedArticles;

/// <summary>Tells whether a line asks the guest to sign in.</summary>
internal static class NoticeLine
{
    private static readonly string[] SignIn =
    [
        "sign in", "sign-in", "signed in", "log in", "login", "logged in", "register",
        "connect", "autoris", "identifi", "inscri",
        "войти", "войд", "авториз", "зарегистр",
        "تسجيل الدخول", "سجل الدخول", "سجّل الدخول", "تسجيل دخول", "تسجّل",
        "anmeld", "einlogg", "angemeldet", "registrier",
        "iniciar sesión", "inicie sesión", "inicia sesión", "regístr", "registr", "identif",
    ];

    private static readonly string[] ToComment =
        ["comment", "коммент", "تعليق", "التعليق", "للتعليق", "kommentar", "kommentier", "comentar"];

    /// <summary>Good enough between the count and the first comment.</summary>
    internal static bool Speaks(SavedLine line) => !line.Guarded && Speaks(line.Text);

    internal static bool Speaks(string text) => IsPlain(text) && Has(text, SignIn);

    /// <summary>Good enough anywhere: it speaks of signing in and of commenting.</summary>
    internal static bool SpeaksInFull(SavedLine line) => !line.Guarded && SpeaksInFull(line.Text);

    internal static bool SpeaksInFull(string text) => Speaks(text) && Has(text, ToComment);

    private static bool IsPlain(string text) =>
        text.Length <= SavedArticleLimits.NoticeCharsMax && !BodyMarks.Any(text);

    private static bool Has(string text, string[] cues)
    {
        foreach (var cue in cues)
            if (text.Contains(cue, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
