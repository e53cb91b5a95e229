namespace Coulisse.Signals.Accounts.Names;

/// <summary>Why a display name was not taken.</summary>
public enum DisplayNameRefusal
{
    /// <summary>Fewer than <see cref="DisplayName.CharactersMin"/> characters as a reader counts them.</summary>
    TooShort,

    /// <summary>More than <see cref="DisplayName.CharactersMax"/> characters as a reader counts them.</summary>
    TooLong,

    /// <summary>A direction control, zero-width or other invisible character.</summary>
    InvisibleCharacter,

    /// <summary>Not a letter, mark, digit, space, hyphen, apostrophe or full stop in general use.</summary>
    ForbiddenCharacter,

    /// <summary>More than <see cref="DisplayName.MarksMax"/> marks on one letter.</summary>
    TooManyMarks,

    /// <summary>A mark that hides in or strikes through its letter: a dot on "i", a stroke.</summary>
    HiddenMark,

    /// <summary>Letters of scripts that are not written together inside one word.</summary>
    MixedScripts,

    /// <summary>Digits of two scripts.</summary>
    MixedDigits,

    /// <summary>No letter at all.</summary>
    NoLetter,

    /// <summary>Begins with a hyphen, apostrophe or full stop, or has the same one twice in a row.</summary>
    Punctuation,

    /// <summary>A word kept for the publication itself, or one that looks like it.</summary>
    Reserved,
}
