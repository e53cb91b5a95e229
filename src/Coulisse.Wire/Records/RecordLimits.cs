namespace Coulisse.Wire.Records;

/// <summary>What a record may hold at most.</summary>
public static class RecordLimits
{
    /// <summary>Messages of one record.</summary>
    public const int MessagesMax = 128;

    /// <summary>Its parts: the subject, minutes, messages.</summary>
    public const int PartsMax = MessagesMax + 2;

    /// <summary>Languages of one part's words.</summary>
    public const int WordsMax = 64;

    /// <summary>The text that is signed, in bytes.</summary>
    public const int TextBytesMax = 1 << 20;

    /// <summary>Its lines.</summary>
    public const int LinesMax = 20_000;

    /// <summary>The whole file, in bytes.</summary>
    public const int FileBytesMax = 4 << 20;

    /// <summary>The longest name of a language, in bytes.</summary>
    public const int LanguageBytesMax = 127;
}
