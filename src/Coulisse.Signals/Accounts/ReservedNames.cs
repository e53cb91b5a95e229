using Coulisse.Signals.Accounts.Names;
using Coulisse.Languages;
using Coulisse.Signals.Site;

namespace Coulisse.Signals.Accounts;

/// <summary>Names that nobody can sign up with: the publication's own, the party's, the offices of the page in each of
/// its
/// languages.</summary>
internal sealed class ReservedNames(SiteSettings settings, InterfaceLanguages languages)
{
    private static readonly string[] Always = ["coulisse", "admin", "administrator", "editor", "moderator", "system"];

    /// <summary>The name, when somebody may sign up with it.</summary>
    public DisplayName? Read(string typed) =>
        DisplayName.Check(typed, All()) is DisplayNameVerdict.Accepted accepted ? accepted.Name : null;

    private IEnumerable<string> All() =>
    [
        .. Always,
        .. languages.All.SelectMany(language => new[]
        {
            settings.NameIn(language.Code), language["people.editor"], language["people.moderator"],
        }),
        .. settings.Party is { } party ? new[] { party } : [],
    ];
}
