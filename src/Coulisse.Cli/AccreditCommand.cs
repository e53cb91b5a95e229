using System.CommandLine;
using System.Globalization;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary><c>coulisse accredit</c>: the seal says who is who, from a request that holds only public keys.</summary>
internal sealed class AccreditCommand
{
    private const int DaysUsual = 365;

    private readonly Argument<string> request = new("REQUEST")
    {
        Description = "The request that the station, desk or officer signed with its own key.",
    };

    private readonly Option<string[]> office = new("--office")
    {
        Description = "What it is, by language: \"en=Security adviser\". May be given for several languages.",
        HelpName = "LANGUAGE=TEXT",
        Required = true,
    };

    private readonly Option<string?> mandate = new("--mandate")
    {
        Description = "principal, \"duty officer\", interpreter, scribe, observer or mediator. A station has none.",
        HelpName = "MANDATE",
    };

    private readonly Option<string?> from = new("--from")
    {
        Description = "The first day, as 2031-05-04 (UTC); otherwise today.",
        HelpName = "DAY",
    };

    private readonly Option<int> days = new("--days")
    {
        Description = $"For how many days, at most {Accreditation.DaysMax}; otherwise {DaysUsual}.",
        HelpName = "N",
        DefaultValueFactory = _ => DaysUsual,
    };

    private readonly SealSigning signing = new();

    internal static Command Build() => new AccreditCommand().Command();

    private Command Command()
    {
        var command = new Command("accredit",
            "Accredit a station, a desk or an officer. The seal's holder never makes or sees a private key of theirs.\n"
            + "Example: coulisse accredit desk.request --seal aldermark.seal --office \"en=Security adviser\"\n"
            + "  --mandate principal") { request, office, mandate, from, days };
        signing.AddTo(command);
        command.SetAction(parsed => Verb.Run(() => Accredit(parsed)));
        return command;
    }

    private ExitCode Accredit(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(request);
        var asked = CredenceInput.Read<AccreditationRequest>(path, "request for accreditation").Content;
        var mark = signing.MarkOf(parsed);
        if (asked.Party != mark.Party)
            throw new Refusal(ExitCode.Usage,
                $"The request is made to {asked.Party}, the seal is of {mark.Party}; a party accredits only its own.");
        var first = FirstDay(parsed.GetValue(from));
        var content = new Accreditation(asked.Subject, Office(parsed.GetRequiredValue(office)),
            MandateOf(asked.Subject.Kind, parsed.GetValue(mandate)), asked.Keys, asked.Carriers, first,
            LastDay(first, parsed.GetValue(days)));
        var (signed, written) = signing.Sign(parsed, Path.ChangeExtension(path, ".accreditation"), content);
        signing.Json.Write(parsed, SealedAnswer.Of(signed, written), $"Accredited by {mark.Party}.",
            [.. CredenceFacts.Of(signed), ("File", written), .. Over(content)]);
        return ExitCode.Success;
    }

    // It may be meant, for the files; more often the year is wrong.
    private static (string, string)[] Over(Accreditation content) =>
        content.NotAfter > TimeProvider.System.GetUtcNow() ? []
            : [("Mind", "its last day is over; if that is not meant, accredit it again from another day")];

    private static WireList<OfficeName> Office(string[] given)
    {
        var names = given.Select(one => one.Split('=', 2) is [var language, var text]
            ? new OfficeName(language, text)
            : throw new Refusal(ExitCode.Usage, $"Write the office as LANGUAGE=TEXT, not as {one}."))
            .OrderBy(name => name.Language, StringComparer.Ordinal).ToList();
        return OfficeName.AreAnOffice(names)
            ? WireList.From(names)
            : throw new Refusal(ExitCode.Usage,
                "Give the office once for each language, as en=, fr= or pt-BR=, in one line of at most "
                + $"{OfficeName.TextBytesMax} bytes.");
    }

    private static Mandate MandateOf(SubjectKind kind, string? words) => (kind, words) switch
    {
        (SubjectKind.Station, null) => Mandate.None,
        (SubjectKind.Station, _) => throw new Refusal(ExitCode.Usage, "A station has no mandate; leave --mandate out."),
        (_, { } given) when MandateWords.Parse(given) is { } mandate and not Mandate.None => mandate,
        _ => throw new Refusal(ExitCode.Usage,
            "Give --mandate principal, \"duty officer\", interpreter, scribe, observer or mediator."),
    };

    // Whole days, so that the same command again on the same day signs nothing new.
    private static DateTimeOffset FirstDay(string? given)
    {
        if (given is null)
            return new(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        return DateTimeOffset.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day)
            && day >= DateTimeOffset.UnixEpoch && day.Year < 9_000
            ? day
            : throw new Refusal(ExitCode.Usage, "Write the first day as 2031-05-04.");
    }

    private static DateTimeOffset LastDay(DateTimeOffset first, int days) => days is >= 1 and <= Accreditation.DaysMax
        ? first.AddDays(days)
        : throw new Refusal(ExitCode.Usage, $"Give --days from 1 to {Accreditation.DaysMax}.");
}
