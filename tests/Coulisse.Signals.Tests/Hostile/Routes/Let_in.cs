using System.Net;
using Coulisse.Signals.Tests.Accounts;

namespace Coulisse.Signals.Tests.Hostile.Routes;

/// <summary>How the page answers somebody at a route, in one letter.</summary>
internal static class Let_in
{
    /// <summary>Answered, or done.</summary>
    public const char Yes = '+';

    /// <summary>Led to signing in.</summary>
    public const char SignIn = 's';

    /// <summary>Forbidden: the person may not.</summary>
    public const char No = 'x';

    /// <summary>Nothing there for this person.</summary>
    public const char Nothing = '-';

    /// <summary>Refused for what was sent, or for want of the antiforgery field.</summary>
    public const char Bad = '=';

    public static char Letter(Answer answer) => answer.Status switch
    {
        HttpStatusCode.Found or HttpStatusCode.SeeOther
            when answer.Location!.StartsWith("/account/sign-in", StringComparison.Ordinal) => SignIn,
        HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently
            or HttpStatusCode.PermanentRedirect or HttpStatusCode.UnprocessableEntity => Yes,
        HttpStatusCode.Forbidden => No,
        HttpStatusCode.NotFound => Nothing,
        HttpStatusCode.BadRequest => Bad,
        _ => '!',
    };
}
