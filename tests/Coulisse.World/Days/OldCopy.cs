using Coulisse.Desk;
using Coulisse.Desk.Outbox;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.World.Days;

/// <summary>
/// In a third of the days somebody puts a desk's vault back to a copy of some rounds ago, and later, or never, says so
/// to the desk. It is a desk without which the day can end.
/// </summary>
internal sealed class OldCopy
{
    private readonly Seed copies;
    private readonly SimulatedDesk desk;
    private readonly int copied;
    private readonly int putBack;
    private readonly int said;
    private SimulatedVault? copy;

    internal OldCopy(Seed seed, DeskWorld world, Guest guest, bool always, List<string> chosen)
    {
        copies = new(seed.Number ^ 0x636f7079); // of their own, so that the rest of the day is as it was
        desk = guest.Whom == world.Desks[1] ? world.Desks[3] : world.Desks[1];
        var happens = copies.Below(3) == 0 || always;
        copied = happens ? 1 + copies.Below(30) : int.MaxValue;
        putBack = happens ? copied + 1 + copies.Below(15) : int.MaxValue;
        said = putBack == int.MaxValue || copies.Below(4) == 0 ? int.MaxValue : putBack + copies.Below(10);
        if (happens)
            chosen.Add($"round {putBack}: desk {desk.Connection} is put back to round {copied}, and told so in round "
                + $"{(said == int.MaxValue ? "none" : said)}");
    }

    internal SimulatedDesk Desk => desk;

    /// <summary>Whether it is a day on which it does.</summary>
    internal bool Happens => putBack != int.MaxValue;

    internal bool Happened => desk.IsPutBack;

    internal void Do(int round)
    {
        if (round == copied)
            copy = desk.Vault.Copy();
        if (round == putBack && copy is not null)
        {
            desk.PutBack(copy);
        }
        if (round >= said && Happened && desk.IsRunning && desk.Core.Freshness == DeskFreshness.Older)
            desk.Do(new DeskEvent.PutBack());
    }
}
