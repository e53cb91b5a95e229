using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Station;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Parties;

namespace Coulisse.World.SeveralLines;

/// <summary>
/// Three parties, two lines: the first has one station and one desk on both, with each of the others. Everything
/// follows from a seed; every bundle and disk is looked through at every step.
/// </summary>
public sealed class ThreeParties : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Seed seed;
    private readonly InventedParty[] parties;
    private readonly List<IDisposable> owned = [];
    private readonly Queue<Action> due = new();
    private readonly Dictionary<ulong, (Machine From, LineId Line)> calls = [];
    private readonly Opaque[] emergency;
    private TimeSpan now;
    private ulong tickets;

    public ThreeParties(Seed seed)
    {
        this.seed = seed;
        parties = [new("Aldermark", seed), new("Sorvane", seed), new("Veldra", seed)];
        var keys = parties.Select(_ => Own(SignaturePrivateKey.Generate(seed))).ToArray();
        emergency = [.. parties.Select(_ => EmergencyOf(seed))];
        var accredited = parties.Zip(keys, emergency).Select(one => one.First.Accredit(SubjectKind.Desk,
            Mandate.Principal, $"Adviser of {one.First.Name}", [
                new(KeyPurpose.DeskDelegation, one.Second.PublicKey.Value),
                new(KeyPurpose.DeskEmergency, one.Third),
            ])).ToArray();
        DeskIdentity Identity(int own, int other) => new()
        {
            Accreditation = accredited[own],
            Key = keys[own],
            Seals = RecognisedSeals.Only(Mark(own)).After(parties[own].Sign(
                new Recognition(Mark(other), 1, parties[own].Bytes(32), null)))!,
            Parties = PartiesOf(own, other),
            Endorsements = new Dictionary<Side, IReadOnlyList<SignaturePublicKey>>
            {
                [SideOf(own, other)] = [parties[own].Endorsement.PublicKey],
                [SideOf(other, own)] = [parties[other].Endorsement.PublicKey],
            },
            Suite = Ciphersuite.X25519Aes128Gcm,
        };
        A = Make([Terms(0, 1), Terms(0, 2)], [Identity(0, 1), Identity(0, 2)]);
        B = Make([Terms(1, 0)], [Identity(1, 0)]);
        C = Make([Terms(2, 0)], [Identity(2, 0)]);
        foreach (var machine in Machines)
        {
            machine.Enrol(now);
            machine.Come(now);
        }
        Pass(3);
    }

    public Machine A { get; }

    public Machine B { get; }

    public Machine C { get; }

    public IReadOnlyList<Machine> Machines => [A, B, C];

    /// <summary>Of the first two parties.</summary>
    public LineId WithB => PartiesOf(0, 1).Id;

    /// <summary>Of the first and the third.</summary>
    public LineId WithC => PartiesOf(0, 2).Id;

    public Isolation Isolation { get; } = new();

    /// <summary>How many of a thousand bundles are lost.</summary>
    public int LostPerThousand { get; set; }

    /// <summary>Puts another bundle in the place of one that leaves on a line.</summary>
    public Func<LineId, Opaque, Opaque> Carries { get; set; } = (_, bundle) => bundle;

    public TimeSpan Now => now;

    public void Say(Machine by, RoomId room, string text)
    {
        by.Do(by.Cores.Of(room), new DeskEvent.Said(room, text, Precedence.Routine), now);
        Drain();
    }

    /// <summary>Opens a room between the first party and the other of a line.</summary>
    public RoomId Open(LineId line, RoomId? name = null)
    {
        var (room, other) = (name ?? new RoomId(Bytes(16)), line == WithB ? B : C);
        A.Do(A.Cores.Of(line)!, new DeskEvent.RoomProposed(room, other.On(line).Id,
            new("to keep the line open", "the settlement of the conflict")), now);
        Pass(3);
        other.Do(other.Cores.Line, new DeskEvent.InvitationAccepted(room), now);
        Pass(3);
        other.Do(other.Cores.Line, new DeskEvent.Consented(room), now);
        Pass(3);
        return room;
    }

    /// <summary>Lets some seconds pass.</summary>
    public void Pass(int seconds)
    {
        for (; seconds > 0; seconds--)
        {
            now += Second;
            foreach (var machine in Machines)
            {
                machine.Run(new StationEvent.TimePassed(), now);
                if (now.TotalSeconds % 30 == 0)
                    machine.AskAgain(new DeskEvent.TimePassed(), now);
                else if (now.TotalSeconds % 2 == 0)
                    machine.AskAgain(new DeskEvent.StationCame(), now);
            }
            Drain();
        }
    }

    public Opaque Bytes(int length)
    {
        var bytes = new byte[length];
        seed.Fill(bytes);
        return Opaque.Owning(bytes);
    }

    /// <summary>Lets everything happen that is under way.</summary>
    public void Drain()
    {
        while (due.TryDequeue(out var next))
            next();
    }

    public void Dispose()
    {
        foreach (var machine in Machines)
            machine.Dispose();
        owned.ForEach(one => one.Dispose());
        foreach (var party in parties)
            party.Dispose();
    }

    private static Opaque EmergencyOf(Seed seed)
    {
        using var key = HpkePrivateKey.Generate(Kem.XWing, seed);
        return key.PublicKey.Value;
    }

    private T Own<T>(T one)
        where T : IDisposable
    {
        owned.Add(one);
        return one;
    }

    private LineParties PartiesOf(int one, int other) => LineParties.Of(parties[one].Name, parties[other].Name);

    private Side SideOf(int own, int other) => PartiesOf(own, other).SideOf(parties[own].Name)!.Value;

    private PartyMark Mark(int party) => new(parties[party].Seal.Party, parties[party].Seal.PublicKey);

    private LineTerms Terms(int own, int other) => new()
    {
        Parties = PartiesOf(own, other),
        Own = SideOf(own, other),
        Keys = [Own(LineKey.Derive(parties[own].LinePrivate, parties[own].Station, parties[other].Station)!)],
        Endorsement = parties[own].Endorsement,
        OtherEndorsements = [parties[other].Endorsement.PublicKey],
    };

    private Machine Make(IReadOnlyList<LineTerms> terms, IReadOnlyList<DeskIdentity> identities)
    {
        var machine = new Machine(terms, identities, seed);
        machine.Submits = Isolation.Sent;
        machine.Wants = effect => Do(machine, effect);
        return machine;
    }

    private void Do(Machine machine, StationEffect effect)
    {
        foreach (var change in machine.Disk.TakeChanges())
            Isolation.IsKept(change.Entry.Body, [.. machine.Lines, change.Line]);
        switch (effect)
        {
            case StationEffect.Answer answer:
                due.Enqueue(() => machine.Answered(answer.Verdict, now));
                break;
            case StationEffect.Give give:
                due.Enqueue(() => machine.Given(give.Delivery, now));
                break;
            case StationEffect.Exchange call:
                Travel(machine, Other(machine, call.Line), call.Line, call.Bundle);
                break;
            case StationEffect.Reply reply when calls.Remove(reply.Ticket, out var caller):
                Isolation.Travels(caller.Line, reply.Bundle);
                due.Enqueue(() => caller.From.Run(new StationEvent.ExchangeEnded(caller.Line,
                    seed.Happens(LostPerThousand) ? null : reply.Bundle), now));
                break;
        }
    }

    private void Travel(Machine from, Machine to, LineId line, Opaque bundle)
    {
        bundle = Carries(line, bundle);
        Isolation.Travels(line, bundle);
        var ticket = ++tickets;
        calls[ticket] = (from, line);
        due.Enqueue(seed.Happens(LostPerThousand)
            ? () => from.Run(new StationEvent.ExchangeEnded(line, null), now)
            : () => to.Run(new StationEvent.BundleCame(line, ticket, bundle), now));
    }

    private Machine Other(Machine machine, LineId line) => machine == A ? (line == WithB ? B : C) : A;
}
