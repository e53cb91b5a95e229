namespace Coulisse.Signals.Items;

/// <summary>How much one item may hold.</summary>
public static class Limits
{
    public const int TitleCharsMax = 300;
    public const int BodyCharsMax = 400_000;
    public const int EditionsMax = 100;
    public const int ReasonCharsMax = 2_000;
    public const int NoteCharsMax = 500;
}
