namespace Coulisse.Talks.Parties;

/// <summary>What a delegate may do for their party; a person may have several.</summary>
[Flags]
public enum Mandate
{
    /// <summary>None: such a person reads.</summary>
    None = 0,

    /// <summary>Speaks for the party.</summary>
    Principal = 1,

    /// <summary>Speaks for the party while on duty.</summary>
    DutyOfficer = 2,

    /// <summary>Renders what others say.</summary>
    Interpreter = 4,

    /// <summary>Writes down.</summary>
    Scribe = 8,

    /// <summary>Reads and listens.</summary>
    Observer = 16,

    /// <summary>Goes between the sides.</summary>
    Mediator = 32,
}
