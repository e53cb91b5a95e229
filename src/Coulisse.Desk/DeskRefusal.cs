namespace Coulisse.Desk;

/// <summary>Why a person's act was not done. Nothing changed.</summary>
public enum DeskRefusal
{
    /// <summary>There is no such room here.</summary>
    NoSuchRoom = 1,

    /// <summary>There is one of this identifier already.</summary>
    RoomExists = 2,

    /// <summary>The room is not at the point where this can be done.</summary>
    NotNow = 3,

    /// <summary>The text is longer than one message takes.</summary>
    TooLong = 4,

    /// <summary>There is nothing to say.</summary>
    Empty = 5,

    /// <summary>The desk's mandate does not bind its party.</summary>
    MandateTooNarrow = 6,
}
