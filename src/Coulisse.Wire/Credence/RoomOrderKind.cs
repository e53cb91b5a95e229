namespace Coulisse.Wire.Credence;

/// <summary>What a party orders about a leaf of its own.</summary>
public enum RoomOrderKind : ushort
{
    /// <summary>The leaf leaves the room.</summary>
    Removal = 1,

    /// <summary>The leaf leaves, and the named key package of the same desk enters in the same commit.</summary>
    Replacement = 2,
}
