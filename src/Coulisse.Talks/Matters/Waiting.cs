using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Matters;

/// <summary>An act that refers to something not here yet.</summary>
/// <param name="Entry">The message that carries it.</param>
/// <param name="For">The message that is missing.</param>
public sealed record Waiting(TranscriptEntry Entry, MessageId For);
