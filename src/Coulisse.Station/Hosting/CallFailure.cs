namespace Coulisse.Station.Hosting;

/// <summary>Why the last call to another station brought no bundle back.</summary>
internal enum CallFailure
{
    /// <summary>It brought one, or none was made.</summary>
    None,

    /// <summary>Nobody answers there, or the way was cut.</summary>
    NotReached,

    /// <summary>Who answers there shows another key, or does not take ours.</summary>
    KeyNotKnown,

    /// <summary>The answer took too long.</summary>
    TooSlow,

    /// <summary>It answered something else: it does not know the line, or cannot write to its own disk.</summary>
    AnotherAnswer,
}
