namespace Coulisse.Talks.Contents;

/// <summary>What a message's content may hold at most.</summary>
public static class ContentLimits
{
    /// <summary>The whole, encoded: what a room's message may carry.</summary>
    public const int ContentBytesMax = 61_440;

    /// <summary>Parts, those that hold others counted too.</summary>
    public const int PartsMax = 64;

    /// <summary>How deep parts may lie in one another.</summary>
    public const int PartDepthMax = 4;

    /// <summary>A content type.</summary>
    public const int ContentTypeBytesMax = 127;

    /// <summary>A part's languages, comma-separated.</summary>
    public const int LanguageBytesMax = 127;

    /// <summary>Addresses, file names and descriptions of what lies outside.</summary>
    public const int OutsideBytesMax = 2_048;

    /// <summary>The salt, exactly.</summary>
    public const int SaltBytes = 16;

    /// <summary>A topic.</summary>
    public const int TopicBytesMax = 64;

    /// <summary>Extension fields, encoded.</summary>
    public const int ExtensionsMax = 32;
}
