using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk;

/// <summary>
/// One desk in both its places: on the line, and at home among its own party's desks. Two cores of the same kind that
/// share nothing but the vault's transaction: a room of one is not known to the other, and each says what it says to
/// its own log alone.
/// </summary>
public sealed class DeskCores : IDisposable
{
    private readonly IVault vault;

    /// <summary>The desk that the vault holds, or a new one.</summary>
    public DeskCores(DeskIdentity identity, IVault vault, IRandomSource random)
        : this(identity, vault, random, RoomRules.Usual)
    {
    }

    internal DeskCores(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules)
    {
        ArgumentNullException.ThrowIfNull(identity);
        this.vault = vault;
        Line = new(identity, vault, random, rules);
        Home = new(identity.AtHome(), new HomeVault(vault), random, rules);
    }

    /// <summary>On the line.</summary>
    public DeskCore Line { get; }

    /// <summary>At home.</summary>
    public DeskCore Home { get; }

    /// <summary>Both.</summary>
    public IReadOnlyList<DeskCore> Both => [Line, Home];

    /// <summary>The one with this log; null if it is neither's.</summary>
    public DeskCore? Of(LineId log) => Both.FirstOrDefault(core => core.Log == log);

    /// <summary>The one that knows a room; that on the line if neither does.</summary>
    public DeskCore Of(RoomId room) => Home.StatusOf(room) is null ? Line : Home;

    /// <summary>Makes all that both have taken durable, together; what each wants, in its order.</summary>
    /// <param name="now">As for <see cref="DeskCore.Step"/>.</param>
    public IReadOnlyList<(DeskCore Core, DeskEffect Effect)> Commit(DateTimeOffset now)
    {
        var closed = Both.Select(core => (Core: core, What: core.Close(now))).ToList();
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
        Line.Dispose();
        Home.Dispose();
    }
}
