using System.Diagnostics;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>The sentence that says why an item cannot go out, or an edition not change its standing.</summary>
internal static class ReleaseWords
{
    public static string KeyOf(Releasing refused) => refused switch
    {
        Releasing.Missing => "error.not-found",
        Releasing.AlreadyOut => "publisher.already-out",
        Releasing.Withdrawn => "publisher.is-withdrawn",
        Releasing.NoAuthenticWords => "publisher.no-authentic-words",
        Releasing.NotSigned => "publisher.not-signed",
        _ => throw new UnreachableException(),
    };

    public static string KeyOf(StandingChange refused) => refused switch
    {
        StandingChange.Closed => "publisher.is-withdrawn",
        StandingChange.OriginalIsAuthentic => "publisher.original-is-authentic",
        StandingChange.NotAMachines => "publisher.not-a-machines",
        StandingChange.UnderSeal => "publisher.standing-signed",
        StandingChange.NoSource => "publisher.standing-no-source",
        _ => throw new UnreachableException(),
    };
}
