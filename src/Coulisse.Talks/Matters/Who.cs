namespace Coulisse.Talks.Matters;

/// <summary>Whose it is to do something in a matter.</summary>
public enum Who
{
    /// <summary>Either side's.</summary>
    Either,

    /// <summary>That of the side that opened the matter.</summary>
    Opener,

    /// <summary>The other side's.</summary>
    Other,

    /// <summary>That of the side that brought the last version.</summary>
    ItsAuthor,

    /// <summary>That of the side that did not bring the last version.</summary>
    ItsReader,

    /// <summary>That of anybody but the person who opened the matter.</summary>
    AnotherPerson,

    /// <summary>That of the person who opened the matter.</summary>
    SamePerson,
}
