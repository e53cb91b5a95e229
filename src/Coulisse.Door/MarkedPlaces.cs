namespace Coulisse.Door;

/// <summary>The places of words in a text: both ends of the door count them alike.</summary>
public static class MarkedPlaces
{
    /// <summary>Where the words begin, in UTF-16, from the first place on; places may overlap.</summary>
    public static IEnumerable<int> Of(string text, string words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(words);
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            yield return at;
    }
}
