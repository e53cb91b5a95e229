using Coulisse.Desk.Rooms;
using Coulisse.Door;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Terminal;

namespace Coulisse.Desk.Door;

/// <summary>The terms that a person wants, whole, of those that hold and of what they said.</summary>
internal static class TermsMaking
{
    /// <exception cref="Refusal">Nobody could agree to them; every field that is wrong is named.</exception>
    /// <param name="now">Those that hold, or that another room had; null in a new room.</param>
    /// <param name="purpose">What it is for; null stays.</param>
    /// <param name="excluded">What it is not for; null stays.</param>
    /// <param name="further">The rest; null stays.</param>
    internal static RoomCharter Of(Charter? now, string? purpose, string? excluded, FurtherTerms? further)
    {
        var usual = Charter.Usual(purpose ?? now?.Purpose ?? "", excluded ?? now?.Excluded ?? "");
        var before = now is null or { IsEarly: true } ? usual : now;
        var terms = new Charter(usual.Purpose, usual.Excluded, further?.MayKnow ?? before.MayKnow,
            Chosen(further?.Record, before.Record), further?.RetentionDays ?? before.RetentionDays,
            Chosen(further?.Quoting, before.Quoting),
            further?.MayConsent is { } names ? TermsTelling.MandatesIn(names) : before.MayConsent,
            further?.End ?? before.End);
        return terms.Faults() is { IsEmpty: false } faults
            ? throw new Refusal(ExitCode.SaidNo, "Nobody could agree to these terms. "
                + string.Join(' ', faults.Select(CharterWords.Of)))
            : new(terms);
    }

    /// <summary>The texts in terms that are others than before.</summary>
    internal static IEnumerable<string> Anew(Charter terms, Charter? before) =>
        new[] { terms.Purpose, terms.Excluded, terms.MayKnow, terms.End }.Except(
            new[] { before, Charter.Usual("", "") }.OfType<Charter>()
                .SelectMany(one => new[] { one.Purpose, one.Excluded, one.MayKnow, one.End }));

    // Whoever names what is none is told so, with the choices.
    private static T Chosen<T>(string? name, T before)
        where T : struct, Enum => name is null ? before : TermsTelling.Choice<T>(name) ?? (T)Enum.ToObject(typeof(T),
            ushort.MaxValue);
}
