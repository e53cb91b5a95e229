using Coulisse.Desk.Keys;
using Coulisse.Terminal;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Pairings;

namespace Coulisse.Desk.Door;

/// <summary>One of a desk's lines as its door tells of it: who is on it, and what their seals say of them. Nobody of
/// one line is known on another.</summary>
internal sealed class LineAtDesk
{
    private readonly string name;

    internal LineAtDesk(
        LineFolder folder, DeskIdentity identity, InForce inForce, WitnessFile witness, TimeProvider time)
    {
        (name, Credence, Identity, InForce, Witness) = (folder.Name, folder.Whole, identity, inForce, witness);
        People = new(Credence, identity.Accreditation);
        Telling = new(identity, People);
        Parties = new(identity, Credence, People, inForce, time);
    }

    internal LineCredence Credence { get; }

    internal DeskIdentity Identity { get; }

    internal InForce InForce { get; }

    /// <summary>The file outside the folder that tells how far the desk has come on it.</summary>
    internal WitnessFile Witness { get; }

    internal People People { get; }

    /// <summary>What is known on it, as answers; only on the desk's own thread.</summary>
    internal Telling Telling { get; }

    /// <summary>Its parties, as their seals have it.</summary>
    internal PartiesTelling Parties { get; }

    internal LineId Log => Identity.Line;

    /// <summary>The other party.</summary>
    internal string Them => Identity.Seals.Other!.Party;

    /// <summary>By which a person means it: the folder of a further line, or the other party's name.</summary>
    internal string Name => name.Length > 0 ? name : Them;

    /// <summary>Whether a person means it by these words.</summary>
    internal bool IsMeant(string words) => words.Length > 0 && (name == words || Log.ToString() == words
        || Them.StartsWith(words, StringComparison.OrdinalIgnoreCase));
}
