using Coulisse.Signals.Accounts;
using NodaTime;

namespace Coulisse.Signals.Threads;

/// <summary>What the thread asks of the accounts.</summary>
/// <param name="NamesOf">Display names; an account that was closed is absent.</param>
/// <param name="SinceOf">When an account was made.</param>
/// <param name="CountModerators">How many accounts may moderate: editors too.</param>
public sealed record ThreadAccounts(
    Func<IReadOnlyCollection<AccountId>, IReadOnlyDictionary<AccountId, string>> NamesOf,
    Func<AccountId, Instant> SinceOf,
    Func<int> CountModerators);
