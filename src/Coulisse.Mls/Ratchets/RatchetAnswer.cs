namespace Coulisse.Mls.Ratchets;

/// <summary>Whether a ratchet gave a key, and if not, why.</summary>
public enum RatchetAnswer
{
    /// <summary>The key and nonce are there, and so is the next state.</summary>
    Drawn,

    /// <summary>The key of this generation was given before, and is gone.</summary>
    Replayed,

    /// <summary>
    /// The key of this generation was dropped, since more than the limit of keys waited for their message.
    /// </summary>
    TooOld,

    /// <summary>The generation is further ahead than the limit, whose work a sender may cause.</summary>
    TooFarAhead,

    /// <summary>All 2^32 generations were used.</summary>
    Exhausted,

    /// <summary>The leaf's ratchets were erased, both of them.</summary>
    Erased,

    /// <summary>There is no such leaf.</summary>
    NoSuchLeaf,
}
