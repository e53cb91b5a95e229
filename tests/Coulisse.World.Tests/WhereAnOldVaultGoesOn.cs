using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Outbox;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;

namespace Coulisse.World.Tests;

/// <summary>Rule 8: a desk that gave an old copy's rooms up waits for no entry that it will not be given, and forgets
/// none that it has read.</summary>
[Trait("Row", "8")]
public sealed class WhereAnOldVaultGoesOn : IDisposable
{
    private const int Many = 1_200; // more than are taken beyond a gap

    private readonly Pair pair = new(new Seed(7));
    private readonly Cast cast;
    private readonly List<Entry> log = [];
    private readonly DeskCore desk;

    public WhereAnOldVaultGoesOn()
    {
        cast = new(pair, new Seed(8), each: 1, Ciphersuite.X25519Aes128Gcm);
        desk = new(cast.Desks[0], new SimulatedVault().Open(), new Seed(9));
        for (var number = 1; number <= Many; number++)
            Write(1);
    }

    public void Dispose()
    {
        desk.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    [Fact]
    public void What_the_lost_state_had_not_read_between_other_entries_is_read_and_holds_nothing_back()
    {
        Give(1, 3);
        SetBack(new SequenceRange(1, 5), new(1_150, 1_150));
        Give(6, 1_149);
        Give(1_151, Many);
        Assert.Equal($"[1–{Many}]", Read());
    }

    [Fact]
    public void What_was_read_before_a_person_said_what_it_is_stays_read_and_is_gone_on_from()
    {
        Give(1, 3);
        Tell(new SequenceRange(1, 5));
        Give(6, 9);
        Step(new DeskEvent.PutBack());
        Assert.Equal("[1–9]", Read());
        Give(10, Many);
        Assert.Equal($"[1–{Many}]", Read());
        Tell(new SequenceRange(1, Many)); // as its station remembers by now
        Assert.Equal(DeskFreshness.Fresh, desk.Freshness);
    }

    [Fact]
    public void Where_its_station_was_put_back_too_and_has_not_all_that_the_desk_has_read_it_goes_on_as_well()
    {
        SetBack(new SequenceRange(1, 8), new(10, 10));
        Give(9, 9);
        Give(11, Many);
        Assert.Equal($"[1–{Many}]", Read());
    }

    [Fact]
    public void A_new_incarnation_is_gone_on_from_whatever_else_was_written_in_the_old_one()
    {
        Give(1, 20);
        log.RemoveRange(10, log.Count - 10); // it follows the tenth: what is after that was lost there
        for (var number = 11; number <= Many; number++)
            Write(2);
        Give(11, Many);
        Assert.Equal($"[1–20] [11–{Many}]", Read());
    }

    private void Write(uint incarnation)
    {
        var before = log.LastOrDefault();
        var follows = before is null ? EntryLink.Start
            : new(before.Place, Entry.HashOf(WireValue.Encode(before)));
        log.Add(new(pair.Line, Side.B, new(incarnation, follows.Place.Sequence + 1), follows,
            [new(EnvelopeKind.Message, Precedence.Routine, new(Opaque.CopyOf([1])), 0, Opaque.CopyOf([1]),
                Opaque.Empty)]));
    }

    private void Give(int first, int last)
    {
        foreach (var entry in log.Take(last).Skip(first - 1))
            Step(new DeskEvent.Given(new Delivery.OfEntry(pair.Line, Side.B, WireValue.Encode(entry))));
    }

    private void SetBack(params SequenceRange[] read)
    {
        Tell(read);
        Step(new DeskEvent.PutBack());
        Assert.Equal(DeskFreshness.Fresh, desk.Freshness);
    }

    // What its station remembers of the state that is lost.
    private void Tell(params SequenceRange[] read) => Step(new DeskEvent.Given(new Delivery.OfDesk(pair.Line,
        new(0, Submission.Start, [new(Side.B, 1, SequenceSet.Of(read))]))));

    private string Read() => string.Join(' ', Step(new DeskEvent.StationCame()).OfType<DeskEffect.Report>()
        .Last().Reports.OrderBy(one => one.Incarnation).Select(one => one.Processed.ToString()));

    private IReadOnlyList<DeskEffect> Step(DeskEvent happened) => desk.Step(happened, Cast.FirstDay);
}
