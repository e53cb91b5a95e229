namespace Coulisse.Desk.Vault;

/// <summary>What a vault keeps, each kind by itself. The numbers are kept in files.</summary>
public enum VaultTable
{
    /// <summary>One record: what the desk has submitted and processed.</summary>
    Desk = 1,

    /// <summary>What is to be submitted, by its order.</summary>
    Outbox = 2,

    /// <summary>One record at most: the submission that waits for its verdict, byte for byte.</summary>
    InFlight = 3,

    /// <summary>What is known of a room, by its identifier.</summary>
    Rooms = 4,

    /// <summary>The keys of the own leaf, by room.</summary>
    LeafKeys = 5,

    /// <summary>The state of the MLS group, by room.</summary>
    Groups = 6,

    /// <summary>What has become of that state since it was written, by room, then by order from 1.</summary>
    GroupChanges = 22,

    /// <summary>The state that the group will have once the commit in flight is taken, by room.</summary>
    NextGroups = 7,

    /// <summary>What was said, by room, then by order.</summary>
    Transcript = 8,

    /// <summary>Where in the own log a message of one's own stands that is not on their desk yet, by room, then by
    /// order.</summary>
    Receipts = 9,

    /// <summary>One record: the desk's own keys.</summary>
    Keys = 10,

    /// <summary>The parties' orders about leaves in rooms, by the hash of their entries.</summary>
    Orders = 11,

    /// <summary>What is known of both seals' chains, by the hash of the entry.</summary>
    Chains = 12,

    /// <summary>What our station has taken and theirs is not known to have, by its place in the own log.</summary>
    Kept = 13,

    /// <summary>Who has said something in a room, as accredited then, by room, then by desk.</summary>
    Authors = 14,

    /// <summary>What this desk last asked its party for in a room that it was put back from, by room.</summary>
    LeafRequests = 15,

    /// <summary>Texts that this desk is bound to by a joint release, by the hash that bound it.</summary>
    BoundTexts = 16,

    /// <summary>Words that were begun and not said, by room.</summary>
    Drafts = 17,

    /// <summary>All that the desk keeps of its own party's home, each record by the number of the table that it would
    /// stand in, 2 bytes, and its key there.</summary>
    Home = 18,

    /// <summary>Words that somebody has said and can still take back, by room.</summary>
    Held = 19,

    /// <summary>The copies that left this desk, by their numbers.</summary>
    Exports = 20,

    /// <summary>Reports of what was said in confidence, and what our side makes of them, by their numbers.</summary>
    Leaks = 21,

    /// <summary>All that the desk keeps of a further line, each record by the line, 16 bytes, the number of the table
    /// that it would stand in, 2 bytes, and its key there. Under no key: which line the other tables are of.</summary>
    Lines = 25,

    /// <summary>Words that an officer conveyed from one room to another, by their numbers.</summary>
    Conveyed = 26,

    /// <summary>Terms of the line that both sides have signed, by their number, then by their hash.</summary>
    LineCharters = 27,

    /// <summary>Which of them was told in a room, by room.</summary>
    ChartersTold = 28,

    /// <summary>Rules of a caucus that were told to this desk, by caucus, then by rule; under the caucus alone, since
    /// which change of members this desk has told them.</summary>
    RulesTold = 29,

    /// <summary>How the line was while this desk was open, in order.</summary>
    LineLog = 23,
}
