namespace Coulisse.Wire.Statements;

/// <summary>How large a statement and its files may be.</summary>
public static class StatementLimits
{
    /// <summary>The most editions.</summary>
    public const int EditionsMax = 32;

    /// <summary>The highest revision.</summary>
    public const int RevisionMax = 9_999;

    /// <summary>The longest title, in bytes of UTF-8.</summary>
    public const int TitleBytesMax = 1_200;

    /// <summary>The longest place, in bytes of UTF-8.</summary>
    public const int PlaceBytesMax = 500;

    /// <summary>The longest body of one edition, in bytes of UTF-8.</summary>
    public const int BodyBytesMax = 256 * 1024;

    /// <summary>The longest text of all editions with their headers, in bytes of UTF-8.</summary>
    public const int TextBytesMax = 2 * 1024 * 1024;

    /// <summary>The most lines of all editions with their headers.</summary>
    public const int LinesMax = 20_000;

    /// <summary>The longest reason of a withdrawal, in bytes of UTF-8.</summary>
    public const int ReasonBytesMax = 2_000;

    /// <summary>The largest file that is looked at, signed or not, in bytes.</summary>
    public const int FileBytesMax = 8 * 1024 * 1024;
}
