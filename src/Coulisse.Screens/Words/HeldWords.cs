using Coulisse.Languages;
using Coulisse.Screens.Desks;

namespace Coulisse.Screens.Words;

/// <summary>How far words are that can still be taken back.</summary>
internal static class HeldWords
{
    internal static string Left(InterfaceLanguage said, Holding holding, HeldSaying held) => held.State switch
    {
        HeldState.Counting => said.Count("held.left", holding.Seconds(held)),
        HeldState.Refused => said["held.refused"],
        HeldState.InDoubt => said["held.in-doubt"],
        _ => said["held.going"],
    };
}
