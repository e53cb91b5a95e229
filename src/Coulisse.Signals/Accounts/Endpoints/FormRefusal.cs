namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>Why a form as a whole is not taken.</summary>
/// <param name="Sentence">What to do, in the reader's language.</param>
/// <param name="Status">Of the answer.</param>
internal sealed record FormRefusal(string Sentence, int Status);
