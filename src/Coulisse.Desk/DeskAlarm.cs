namespace Coulisse.Desk;

/// <summary>What should not exist, and was not taken.</summary>
public enum DeskAlarm
{
    /// <summary>A message, commit or welcome breaks a rule.</summary>
    BrokenRule = 1,

    /// <summary>A handshake without its station's endorsement.</summary>
    NotEndorsed = 2,

    /// <summary>Who asks us in says another thing of the group than we see: two histories.</summary>
    AnotherHistory = 3,

    /// <summary>An author's messages do not follow each other.</summary>
    BrokenTranscript = 4,

    /// <summary>Our station gave entries that do not follow each other.</summary>
    BrokenLog = 5,

    /// <summary>The station refused what only a second desk with our keys explains.</summary>
    AnotherDeskHasOurKeys = 6,

    /// <summary>More has left this desk than its vault knows.</summary>
    OlderThanItsWords = 7,

    /// <summary>Somebody in a room has read other words of one author than this desk has.</summary>
    OtherWordsRead = 8,

    /// <summary>A party's seal has signed two things that cannot both stand in its chain.</summary>
    TwoChains = 9,

    /// <summary>Somebody asks us into a room by a name that a room of another line of this desk has, or one of its
    /// home.</summary>
    RoomElsewhere = 10,

    /// <summary>Both sides have signed two terms of the line under one number.</summary>
    TwoLineCharters = 11,
}
