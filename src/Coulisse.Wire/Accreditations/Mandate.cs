namespace Coulisse.Wire.Accreditations;

/// <summary>What a delegate may do for their party.</summary>
public enum Mandate : ushort
{
    /// <summary>None: a station's, which acts for nobody.</summary>
    None = 0,

    /// <summary>Speaks for the party.</summary>
    Principal = 1,

    /// <summary>Speaks for the party while on duty.</summary>
    DutyOfficer = 2,

    /// <summary>Renders what others say.</summary>
    Interpreter = 3,

    /// <summary>Writes down.</summary>
    Scribe = 4,

    /// <summary>Reads and listens.</summary>
    Observer = 5,

    /// <summary>Goes between the sides.</summary>
    Mediator = 6,
}
