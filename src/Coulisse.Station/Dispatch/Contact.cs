using Coulisse.Wire.Desks;

namespace Coulisse.Station.Dispatch;

/// <summary>Whether the other station is there, as the own desks are told.</summary>
internal sealed class Contact
{
    /// <summary>What is known of it.</summary>
    internal LineContact Is { get; private set; }

    /// <summary>Rises when it changes.</summary>
    internal ulong Changes { get; private set; }

    /// <summary>It was reached or heard, or was not.</summary>
    internal void Met(LineContact contact)
    {
        if (contact != Is)
            (Is, Changes) = (contact, Changes + 1);
    }
}
