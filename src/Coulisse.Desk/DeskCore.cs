using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Chains;
using Coulisse.Desk.Inbox;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Group;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk;

/// <summary>
/// A desk without sockets, clocks or screens: an event in, effects out. What a step changes — a text, its ciphertext,
/// the advanced ratchet, what was read — is one transaction, and no effect is told before it is durable. Several
/// events may share one.
/// </summary>
/// <remarks>
/// What the vault throws ends this object: it may be ahead of what is kept. The caller undoes the transaction and makes
/// a new one from the vault.
/// <code>
/// Said ──> Outbox ── sealed when its turn comes ──> InFlight ──> station ── verdict ──> next
/// station ── Given ──> Reading ──> Room (MLS) ──> transcript
/// </code></remarks>
public sealed partial class DeskCore : IDisposable
{
    private readonly DeskIdentity identity;
    private readonly IVault vault;
    private readonly RoomShelf rooms;
    private readonly Sending sending;
    private readonly Causes causes;
    private readonly Reading reading;
    private readonly Witness witness;
    private readonly Freshness freshness;
    private readonly SettingBack settingBack;
    private readonly GivingBack givingBack;
    private readonly Acts acts;
    private readonly DeskState state;
    private readonly ChainTelling telling;
    private readonly RoomTalks talks;
    private readonly Erasing erasing;

    /// <summary>The desk that the vault holds, or a new one.</summary>
    public DeskCore(DeskIdentity identity, IVault vault, IRandomSource random)
        : this(identity, vault, random, RoomRules.Usual)
    {
    }

    internal DeskCore(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules)
    {
        (this.identity, this.vault) = (identity, vault);
        state = new(vault);
        rooms = new(identity, vault, random, rules);
        witness = Outbox.Witness.Of(identity.Id, vault, random);
        freshness = new(witness, rules);
        talks = new(identity, vault, rooms);
        sending = new(identity, vault, rooms, state, freshness, (new(identity, vault, talks, rules),
            new(identity, vault, talks)));
        causes = new(identity, rooms, sending.Items, sending.Admissions, sending.Keeping);
        settingBack = new(identity, state, rooms, sending, freshness);
        givingBack = new(identity, state, rooms, sending);
        reading = new(identity, rooms, state, new(identity, vault, rooms, sending), sending);
        erasing = new(vault, rooms, talks);
        acts = new(identity, rooms, sending, talks, Drafts, Held);
        telling = new(rooms.Chains, sending.Items, room => rooms.IsElsewhere(room));
    }

    /// <summary>Whether a room of this name is in another place of the same desk; asked before one is taken up
    /// here.</summary>
    internal Func<RoomId, bool> IsElsewhere
    {
        set => rooms.IsElsewhere = value;
    }

    /// <summary>Takes one event, commits, and tells what to do.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="now">The instant, for the lifetimes of what is given out; never decides what is taken.</param>
    public IReadOnlyList<DeskEffect> Step(DeskEvent happened, DateTimeOffset now) =>
        [.. Take(happened, now), .. Commit(now)];

    /// <summary>Takes one event, as one of several that become durable together: nobody is told of it, or of what it
    /// led to, before <see cref="Commit"/> has returned.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="now">As for <see cref="Step"/>.</param>
    public IReadOnlyList<DeskEffect> Take(DeskEvent happened, DateTimeOffset now)
    {
        var effects = new StepEffects(now);
        switch (happened)
        {
            case DeskEvent.Opened or DeskEvent.PutBack or DeskEvent.Given { Delivery: Delivery.OfDesk }:
                settingBack.Take(happened, News, effects);
                givingBack.Take(happened, effects);
                reading.ReadOn(effects); // what waited for an epoch of a room that was given up waits for nothing
                break;
            case DeskEvent.StationCame:
                sending.SendAgain();
                effects.Add(new DeskEffect.Report(state.Facts.Processed));
                break;
            case DeskEvent.Given { Delivery: Delivery.OfNews told }:
                Take(told.News, effects);
                break;
            case DeskEvent.Given given:
                reading.Take(given.Delivery, effects);
                break;
            case DeskEvent.Answered answered:
                sending.Take(answered.Verdict, effects);
                reading.ReadOn(effects); // an own commit that was taken may be what others wait for
                break;
            case DeskEvent.CredenceBrought brought:
                telling.Brought(brought.Pieces, effects);
                break;
            case DeskEvent.TimePassed:
                sending.SendAgain();
                givingBack.OfferAgain(effects);
                causes.RotateWhereDue(now);
                erasing.Pass(effects);
                break;
            default:
                Act(happened, effects);
                break;
        }
        return effects;
    }

    private void Take(LineNews news, StepEffects effects)
    {
        News = news;
        freshness.Told(news);
        sending.Keeping.Told(news);
        sending.Receipts.Take(news, effects);
        givingBack.Told(news, effects);
        effects.Add(new DeskEffect.LineMoved(news));
    }

    private void Act(DeskEvent happened, StepEffects effects)
    {
        if (freshness.State == DeskFreshness.Older)
            effects.Add(new DeskEffect.Refused(DeskRefusal.IsOlder));
        else
            acts.Take(happened, effects);
        if (happened is DeskEvent.Declined or DeskEvent.WaitingGivenUp)
            reading.ReadOn(effects); // what waited for the welcome waits for nothing any more
    }

    /// <summary>Seals what may leave now, makes all that was taken durable, and tells what is to be
    /// submitted.</summary>
    /// <param name="now">As for <see cref="Step"/>.</param>
    public IReadOnlyList<DeskEffect> Commit(DateTimeOffset now)
    {
        var (effects, erasure) = Close(now);
        vault.Commit(erasure);
        return effects;
    }

    /// <summary>The same up to the vault's commit, which comes next: that of everything that shares it.</summary>
    internal (IReadOnlyList<DeskEffect> Effects, Erasure Erasure) Close(DateTimeOffset now)
    {
        var effects = new StepEffects(now);
        causes.RotateWhereMuchWasSaid();
        sending.Charters.Tell(rooms.All, sending.Speaking, now);
        sending.Rules.Tell(rooms.All, sending.Speaking, now);
        causes.CommitWhatPeopleDid(effects);
        if (sending.Next(effects) is { } submission)
            effects.Add(new DeskEffect.Submit(submission));
        return (effects, rooms.Save());
    }

    internal MlsGroup? GroupOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Group;

    /// <inheritdoc/>
    public void Dispose()
    {
        rooms.Dispose();
        witness.Dispose();
    }
}
