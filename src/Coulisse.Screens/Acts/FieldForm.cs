namespace Coulisse.Screens.Acts;

/// <summary>How a field is filled in.</summary>
public enum FieldForm
{
    /// <summary>Words of any number of lines, which stand alone.</summary>
    Words,

    /// <summary>Words in a line of their own, behind the field's name.</summary>
    Named,

    /// <summary>A short line, which stands alone.</summary>
    Line,

    /// <summary>Words of another message, as they stand there.</summary>
    Quote,

    /// <summary>One of a closed list.</summary>
    Choice,

    /// <summary>A clock, and the zone that it is meant in.</summary>
    Moment,

    /// <summary>So many minutes, hours or days.</summary>
    Span,

    /// <summary>The same words in several languages.</summary>
    Languages,

    /// <summary>A term and its meaning, in several languages.</summary>
    Meanings,

    /// <summary>Separate items.</summary>
    Items,

    /// <summary>Somebody in the room.</summary>
    Person,

    /// <summary>A text below all else.</summary>
    Body,

    /// <summary>In how many minutes an answer is asked for.</summary>
    Within,

    /// <summary>A language.</summary>
    Tongue,

    /// <summary>One of a closed list, which stands alone.</summary>
    Vote,

    /// <summary>Whose yes is needed.</summary>
    Mandates,

    /// <summary>A room of both sides.</summary>
    Room,

    /// <summary>Of a room's terms, one of a closed list, or as it is.</summary>
    Term,
}
