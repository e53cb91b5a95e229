using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Matters;

/// <summary>Several acts that belong together, in an order that is the same on every desk.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Steps">The acts: the one that opened it first, those without effect among them.</param>
public sealed record Matter(MatterKind Kind, ImmutableArray<Step> Steps)
{
    /// <summary>The message that opened it.</summary>
    public MessageId Id => Opening.Id;

    /// <summary>The message that opened it.</summary>
    public TranscriptEntry Opening => Steps[0].Entry;

    /// <summary>Who opened it.</summary>
    public Person Opener => Opening.Author;

    /// <summary>Where it stands.</summary>
    public Stage Stage => Steps[^1].Stage;

    /// <summary>The steps that hold.</summary>
    public IEnumerable<Step> Held => Steps.Where(step => step.Refusal is null);

    /// <summary>The steps of one kind that hold, with their acts.</summary>
    public IEnumerable<(TranscriptEntry Entry, T Act)> Of<T>() where T : TalkAct =>
        Held.Where(step => step.Act is T).Select(step => (step.Entry, (T)step.Act));
}
