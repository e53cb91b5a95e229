namespace Coulisse.Signals.Items;

/// <summary>Why an item cannot be published or given a minute of release.</summary>
public enum Releasing
{
    /// <summary>Nothing stands in the way.</summary>
    MayGoOut = 1,

    /// <summary>There is no such item.</summary>
    Missing,

    /// <summary>It is out already.</summary>
    AlreadyOut,

    /// <summary>It was withdrawn; that is final.</summary>
    Withdrawn,

    /// <summary>A statement without authentic words: there is nothing to sign.</summary>
    NoAuthenticWords,

    /// <summary>A statement whose latest authentic or official words are not signed.</summary>
    NotSigned,
}
