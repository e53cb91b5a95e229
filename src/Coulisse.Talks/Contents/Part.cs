using System.Collections.Immutable;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Contents;

/// <summary>A part of a message (MIMI content, NestedPart).</summary>
public abstract record Part
{
    /// <summary>To be shown.</summary>
    public const byte Render = 1;

    private Part(byte disposition, string language)
    {
        Disposition = disposition;
        Language = language;
    }

    /// <summary>What it is meant for; 1 is to be shown.</summary>
    public byte Disposition { get; }

    /// <summary>Its languages, comma-separated tags; may be empty.</summary>
    public string Language { get; }

    /// <summary>No content.</summary>
    public sealed record Nothing(byte Disposition, string Language) : Part(Disposition, Language);

    /// <summary>Content that stands here.</summary>
    public sealed record Here(byte Disposition, string Language, string ContentType, Octets Content)
        : Part(Disposition, Language);

    /// <summary>Content that lies somewhere else. Nothing here fetches it.</summary>
    /// <param name="Encoded">Its twelve fields behind the cardinality, as they came.</param>
    public sealed record Elsewhere(byte Disposition, string Language, string ContentType, string Address,
        string Description, Octets Encoded) : Part(Disposition, Language);

    /// <summary>Several parts.</summary>
    public sealed record Several(byte Disposition, string Language, Semantics Semantics, ImmutableArray<Part> Parts)
        : Part(Disposition, Language);

    /// <summary>This and what lies in it, depth first.</summary>
    public IEnumerable<Part> All() => this is Several several
        ? several.Parts.SelectMany(part => part.All()).Prepend(this) : [this];
}
