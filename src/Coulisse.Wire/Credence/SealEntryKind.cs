namespace Coulisse.Wire.Credence;

/// <summary>What an entry of a seal's chain is about. A number not listed here is refused when read.</summary>
public enum SealEntryKind
{
    /// <summary>A statement was signed; the body is its file's table of pieces.</summary>
    Statement = 1,

    /// <summary>A statement was withdrawn; the body is the notice's table of pieces.</summary>
    StatementWithdrawn = 2,

    /// <summary>A station, desk or officer was accredited. From here on the body is SHA-256 of the content.</summary>
    Accreditation = 3,

    /// <summary>An accreditation was recalled.</summary>
    Recall = 4,

    /// <summary>Another party's seal was recognised.</summary>
    Recognition = 5,

    /// <summary>A letter of credence was written.</summary>
    Letter = 6,

    /// <summary>The seal named the one that follows it; nothing comes after in its chain.</summary>
    Succession = 7,

    /// <summary>A leaf of the party's was ordered out of a room, or another put in its place.</summary>
    RoomOrder = 8,
}
