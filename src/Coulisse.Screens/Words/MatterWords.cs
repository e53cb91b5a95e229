using Coulisse.Door;

namespace Coulisse.Screens.Words;

/// <summary>How matters and what is due are called, and which shape they have.</summary>
internal static class MatterWords
{
    private const int GistMax = 120;
    private const string TermsSigned = "LineCharterAgreed";

    /// <summary>Where it stands, in words.</summary>
    internal static string Stage(Speech speech, MatterAnswer matter) => speech.Or($"stage.{matter.Kind}.{matter.Stage}",
        speech.Or($"stage.{matter.Stage}", matter.Stage));

    /// <summary>The shape: the triangle is for us to do something.</summary>
    internal static string Look(MatterAnswer matter) => matter.Stage switch
    {
        _ when matter.Owes == "we" => "partly",
        "Revealed" when matter.Parts?.FirstOrDefault(part => Look(part) != "good") is { } part => Look(part),
        "Agreed" or "Confirmed" or "Closed" or "Understood" or "Kept" or "Acknowledged" or "Accepted"
            or "Revealed" => "good",
        "Corrected" or "Contested" or "Refused" or "Broken" or "BrokenSaysOne" or "Lapsed" => "stopped",
        "TakenBack" or "Withdrawn" or "Ended" or "Released" or "CalledOff" or "NoEquivalent" => "cut",
        _ => "unknown",
    };

    /// <summary>The shape of one side's part of a joint release.</summary>
    internal static string Look(PartAnswer part) => part.Became switch
    {
        "AsAgreed" => part.IsHereLate ? "partly" : "good",
        "Early" or "Late" => "partly",
        "Changed" or "Missing" => "stopped",
        _ => "unknown",
    };

    /// <summary>What became of it: said to be punctual is not found to be.</summary>
    internal static string Became(Speech speech, PartAnswer part) =>
        speech.Now[part.IsHereLate ? "became.HereLate" : $"became.{part.Became}"];

    /// <summary>What of it is begun on a screen.</summary>
    internal static IEnumerable<PossibleAnswer> Offered(MatterAnswer matter) =>
        matter.Possible.Where(one => one.Kind != TermsSigned);

    /// <summary>Whether it waits for a signature that no screen gives.</summary>
    internal static bool IsSignedElsewhere(MatterAnswer matter) => matter.Possible.Any(one => one.Kind == TermsSigned);

    /// <summary>When it is said in the open, or was to be: of a joint release its minute, of a signal until when it
    /// would help.</summary>
    internal static DateTimeOffset? Minute(MatterAnswer matter) => matter.Steps[0].Act.Fields?
        .FirstOrDefault(field => field.Name is "minute" or "until")?.At;

    /// <summary>What it is about: the first words of what opened it.</summary>
    internal static string Gist(MatterAnswer matter)
    {
        var words = matter.Steps[0].Act.Fields?.Select(field => field.Text ?? field.Words?[0].Text)
            .FirstOrDefault(text => text is not null) ?? "";
        return words.Length <= GistMax ? words : words[..GistMax] + "…";
    }

    /// <summary>Whether somebody has still to do something about it.</summary>
    internal static bool IsOpen(MatterAnswer matter) => matter.Owes is not null;

    /// <summary>The shape of what is due.</summary>
    internal static string Look(DueAnswer due) => due.State.ToLowerInvariant();
}
