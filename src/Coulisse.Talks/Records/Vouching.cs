using System.Collections.Immutable;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Records;

/// <summary>
/// Whether the signature that a message carries is its author's, over what is proposed for the record. This library has
/// no keys: whoever has some says it, and always the same of the same messages.
/// </summary>
/// <param name="signing">The message whose act carries the signature.</param>
/// <param name="proposal">The message that proposed it: the same one, or the one that is countersigned.</param>
/// <param name="passage">The messages that are to be on record, in their order.</param>
public delegate bool Vouching(TranscriptEntry signing, TranscriptEntry proposal,
    ImmutableArray<TranscriptEntry> passage);
