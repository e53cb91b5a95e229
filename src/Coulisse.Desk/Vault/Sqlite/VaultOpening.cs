namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>What became of opening a vault.</summary>
internal abstract class VaultOpening
{
    private VaultOpening()
    {
    }

    /// <summary>It is open; the caller disposes it.</summary>
    internal sealed class Opened(SealedVault vault) : VaultOpening
    {
        internal SealedVault Vault => vault;
    }

    /// <summary>It stays closed.</summary>
    internal sealed class Refused(VaultRefusal why) : VaultOpening
    {
        internal VaultRefusal Why => why;
    }
}

/// <summary>Why a vault stays closed.</summary>
internal enum VaultRefusal
{
    /// <summary>There is no such file.</summary>
    Missing = 1,

    /// <summary>The file is something else.</summary>
    NotAVault = 2,

    /// <summary>A vault of another version of this program.</summary>
    OtherVersion = 3,

    /// <summary>Another program has it open.</summary>
    InUse = 4,

    /// <summary>It asks for more memory or passes than are ever spent.</summary>
    CostBeyondLimits = 5,

    /// <summary>The passphrase does not open it.</summary>
    WrongPassphrase = 6,

    /// <summary>Something in it is not as it was written: it was damaged, or put together from several
    /// states.</summary>
    Damaged = 7,
}

/// <summary>A record is not as it was written. The vault must not be written to any more.</summary>
#pragma warning disable CA1032 // Its one sentence is all there is to say; no record's content may get into it.
public sealed class VaultDamagedException(VaultTable table)
    : Exception($"A record of the vault ({table}) is not as it was written.")
#pragma warning restore CA1032
{
}
