namespace Coulisse.Wire.Leaves;

/// <summary>Whether one may rely on an accreditation in order to act.</summary>
public enum ActingVerdict
{
    /// <summary>Yes.</summary>
    Allowed = 1,

    /// <summary>Its first day has not come.</summary>
    NotYet,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>Its party recalled it.</summary>
    Recalled,

    /// <summary>Its party has another seal now.</summary>
    SealSucceeded,

    /// <summary>Entries of its party's chain have not arrived, and a recall may be among them.</summary>
    ChainWithheld,

    /// <summary>Its party's chain exists in two versions.</summary>
    ChainForked,

    /// <summary>Its mandate does not bind the party.</summary>
    MandateTooNarrow,
}
