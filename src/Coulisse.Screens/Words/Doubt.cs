using Coulisse.Door;
using Coulisse.Languages;
using Coulisse.Screens.Desks;

namespace Coulisse.Screens.Words;

/// <summary>What is asked about words that stand in another room too.</summary>
internal static class Doubt
{
    /// <summary>In a sentence.</summary>
    /// <param name="said">The language that is spoken.</param>
    /// <param name="line">What the desk told last.</param>
    /// <param name="into">Where they would be said.</param>
    /// <param name="like">Where they stand.</param>
    internal static string Words(InterfaceLanguage said, LineWatch line, RoomAnswer into, string? like) => said.Text(
        like is not null && line.Caucus(like) is not null ? into.IsOwnSide == true ? "composer.asked-caucus"
            : "composer.asked-own" : "composer.asked-room",
        ("party", into.Counterpart.Party), ("office", into.Counterpart.Office));

    /// <summary>The answer that they are meant for here, as it stands on its button.</summary>
    internal static string Meant(InterfaceLanguage said, RoomAnswer into) => into.IsOwnSide == true ? said["own.meant"]
        : said.Text("composer.meant", ("party", into.Counterpart.Party), ("office", into.Counterpart.Office));
}
