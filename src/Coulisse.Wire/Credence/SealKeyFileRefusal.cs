namespace Coulisse.Wire.Credence;

/// <summary>Why a seal's key file was not opened.</summary>
public enum SealKeyFileRefusal
{
    /// <summary>The file does not begin as a seal's key file does.</summary>
    NotASealKeyFile = 1,

    /// <summary>The file is of a version this program does not know.</summary>
    OtherVersion,

    /// <summary>The file's own checksums do not fit, or it ends early: bytes were lost or changed.</summary>
    Damaged,

    /// <summary>The file asks for more memory or passes than is ever spent.</summary>
    CostBeyondLimits,

    /// <summary>The file is whole, and this passphrase does not open it.</summary>
    WrongPassphrase,
}
