using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk;

/// <summary>
/// One desk in all its places: on each of its lines, and at home among its own party's desks. Cores of the same kind
/// that share nothing but the vault's transaction: a room of one is not known to the others, and each says what it says
/// to its own log alone.
/// </summary>
/// <remarks>What they do share is one question: whether another of them has a room of this name already. Whoever could
/// open a second room of one name elsewhere would have words said there that were meant for the first.</remarks>
public sealed class DeskCores : IDisposable
{
    private readonly IVault vault;

    /// <summary>The desk that the vault holds, or a new one.</summary>
    /// <param name="identity">Who it is on its first line.</param>
    /// <param name="vault">Where it keeps everything.</param>
    /// <param name="random">For keys.</param>
    /// <param name="further">Who it is on each further line; each with another party.</param>
    public DeskCores(DeskIdentity identity, IVault vault, IRandomSource random,
        params IEnumerable<DeskIdentity> further)
        : this(identity, vault, random, RoomRules.Usual, further)
    {
    }

    internal DeskCores(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules,
        params IEnumerable<DeskIdentity> further)
    {
        ArgumentNullException.ThrowIfNull(identity);
        this.vault = vault;
        Line = new(identity, vault, random, rules);
        Lines = [Line, .. further.Select(one => new DeskCore(one, VaultPart.Of(vault, one.Line), random, rules))];
        Home = new(identity.AtHome(), VaultPart.Home(vault), random, rules);
        if (Lines.DistinctBy(one => one.Log).Count() != Lines.Count)
            throw new ArgumentException("A desk has one line with each party.", nameof(further));
        foreach (var core in All)
            core.IsElsewhere = room => All.Any(other => other != core && other.StatusOf(room) is not null);
    }

    /// <summary>On its first line.</summary>
    public DeskCore Line { get; }

    /// <summary>On each of its lines, the first one first.</summary>
    public IReadOnlyList<DeskCore> Lines { get; }

    /// <summary>At home.</summary>
    public DeskCore Home { get; }

    /// <summary>In all its places.</summary>
    public IReadOnlyList<DeskCore> All => [.. Lines, Home];

    /// <summary>The one with this log; null if it is nobody's.</summary>
    public DeskCore? Of(LineId log) => All.FirstOrDefault(core => core.Log == log);

    /// <summary>The one that knows a room; that on the first line if none does.</summary>
    public DeskCore Of(RoomId room) => All.FirstOrDefault(core => core.StatusOf(room) is not null) ?? Line;

    /// <summary>Makes all that they have taken durable, together; what each wants, in its order.</summary>
    /// <param name="now">As for <see cref="DeskCore.Step"/>.</param>
    public IReadOnlyList<(DeskCore Core, DeskEffect Effect)> Commit(DateTimeOffset now)
    {
        var closed = All.Select(core => (Core: core, What: core.Close(now))).ToList();
        vault.Commit(closed.Any(one => one.What.Erasure == Erasure.Now) ? Erasure.Now : Erasure.Later);
        return [.. closed.SelectMany(one => one.What.Effects.Select(effect => (one.Core, effect)))];
    }

    /// <summary>Takes one event at one of them, commits, and tells what to do.</summary>
    /// <param name="core">Where.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="now">As for <see cref="DeskCore.Step"/>.</param>
    public IReadOnlyList<(DeskCore Core, DeskEffect Effect)> Step(
        DeskCore core, DeskEvent happened, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(core);
        return [.. core.Take(happened, now).Select(effect => (core, effect)), .. Commit(now)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var core in All)
            core.Dispose();
    }
}
