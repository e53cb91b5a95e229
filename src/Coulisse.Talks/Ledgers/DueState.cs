namespace Coulisse.Talks.Ledgers;

/// <summary>How near the time of something is.</summary>
public enum DueState
{
    /// <summary>Within a day.</summary>
    Coming,

    /// <summary>Within an hour.</summary>
    Soon,

    /// <summary>Its time has come, and its grace is not over.</summary>
    Due,

    /// <summary>Its time is over. It is neither done nor refused for that.</summary>
    Over,
}
