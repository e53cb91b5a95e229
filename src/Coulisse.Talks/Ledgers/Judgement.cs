using Coulisse.Talks.Values;
using Coulisse.Talks.Words;

namespace Coulisse.Talks.Ledgers;

/// <summary>What one side last said became of a promise.</summary>
/// <param name="Verdict">Kept, broken, or never promised so.</param>
/// <param name="Words">Who, when, and perhaps a remark.</param>
public sealed record Judgement(Verdict Verdict, Worded Words);
