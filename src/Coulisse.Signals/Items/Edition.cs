namespace Coulisse.Signals.Items;

/// <summary>An item in one language.</summary>
/// <param name="Live">What the public sees; null until it was published once.</param>
/// <param name="Latest">What the publisher last wrote; equals <see cref="Live"/> when nothing waits.</param>
public sealed record Edition(LanguageTag Language, EditionStanding Standing, EditionVersion? Live, EditionVersion Latest)
{
    /// <summary>The publisher has written on since what the public sees.</summary>
    public bool HasUnpublishedWords => Live?.Number != Latest.Number;
}
