using System.Net.Http.Json;
using Coulisse.Door;

namespace Coulisse.Screens.Desks;

/// <summary>One of the desk's lines, by its identifier: how it was, its parties, their letters; and what is conveyed
/// from one to another.</summary>
internal sealed partial class DeskDoor
{
    /// <summary>What the desk knows of a line over time.</summary>
    internal Task<Answer<LinePastAnswer>> PastAsync(string line, CancellationToken cancel) =>
        caller.GetAsync(On("/line/past", line), DoorJson.Default.LinePastAnswer, cancel);

    /// <summary>Both parties of a line, as their seals have it.</summary>
    internal Task<Answer<PartiesAnswer>> PartiesAsync(string line, CancellationToken cancel) =>
        caller.GetAsync(On("/line/parties", line), DoorJson.Default.PartiesAnswer, cancel);

    /// <summary>Our newest letter on a line, as a file.</summary>
    internal Task<Answer<LetterAnswer>> LetterAsync(string line, CancellationToken cancel) =>
        caller.GetAsync(On("/line/letter", line), DoorJson.Default.LetterAnswer, cancel);

    /// <summary>The same as texts for codes.</summary>
    internal Task<Answer<LetterCodesAnswer>> LetterCodesAsync(string line, CancellationToken cancel) =>
        caller.GetAsync(On("/line/letter/codes", line), DoorJson.Default.LetterCodesAnswer, cancel);

    /// <summary>What codes that were read come to.</summary>
    internal Task<Answer<JoinedLetterAnswer>> JoinLetterAsync(
        string line, IReadOnlyList<string> texts, CancellationToken cancel) =>
        caller.PostAsync(On("/line/letter/join", line), JsonContent.Create(new LetterCodesAnswer(texts),
            DoorJson.Default.LetterCodesAnswer), DoorJson.Default.JoinedLetterAnswer, cancel);

    /// <summary>How a letter that was given stands to what is recognised.</summary>
    internal Task<Answer<GivenLetterAnswer>> LookAtLetterAsync(string line, string letter, CancellationToken cancel) =>
        caller.PostAsync(On("/line/letter/look", line), Text(letter), DoorJson.Default.GivenLetterAnswer, cancel);

    /// <summary>Puts it into the line's folder, if it is a newer one of the seal that is recognised.</summary>
    internal Task<Answer<GivenLetterAnswer>> KeepLetterAsync(string line, string letter, CancellationToken cancel) =>
        caller.PostAsync(On("/line/letter/keep", line), Text(letter), DoorJson.Default.GivenLetterAnswer, cancel);

    internal Task<Answer<ComparedAnswer>> CompareAsync(string line, CompareQuestion asked, CancellationToken cancel) =>
        caller.PostAsync(On("/line/compare", line), JsonContent.Create(asked, DoorJson.Default.CompareQuestion),
            DoorJson.Default.ComparedAnswer, cancel);

    /// <summary>What would be conveyed out of a room; nothing is.</summary>
    internal Task<Answer<ConveyTextAnswer>> LookAtConveyedAsync(
        string room, ConveyQuestion asked, CancellationToken cancel) => caller.PostAsync(
            DoorCaller.Of("/convey/look", room), JsonContent.Create(asked, DoorJson.Default.ConveyQuestion),
            DoorJson.Default.ConveyTextAnswer, cancel);

    /// <summary>Conveys what was shown, and registers it.</summary>
    internal Task<Answer<MessageAnswer>> ConveyAsync(string room, ConveyQuestion asked, CancellationToken cancel) =>
        caller.PostAsync(DoorCaller.Of("/convey", room), JsonContent.Create(asked, DoorJson.Default.ConveyQuestion),
            DoorJson.Default.MessageAnswer, cancel);

    /// <summary>What was conveyed from this desk.</summary>
    internal Task<Answer<IReadOnlyList<ConveyedAnswer>>> ConveyedAsync(CancellationToken cancel) =>
        caller.GetAsync("/conveyed", DoorJson.Default.IReadOnlyListConveyedAnswer, cancel);

    private static string On(string place, string line) => $"{place}?line={Uri.EscapeDataString(line)}";
}
