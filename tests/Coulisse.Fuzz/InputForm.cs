namespace Coulisse.Fuzz;

/// <summary>How inputs of a target are built, and so how they are damaged.</summary>
public enum InputForm
{
    /// <summary>The TLS presentation encoding: numbers, and vectors behind their lengths.</summary>
    Vectors,

    /// <summary>UTF-8 in lines.</summary>
    Lines,

    /// <summary>JSON: lines, and values in one another.</summary>
    Json,

    /// <summary>An SQLite file: pages of one size, each with pointers.</summary>
    Pages,
}
