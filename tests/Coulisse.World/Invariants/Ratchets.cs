using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;

namespace Coulisse.World.Invariants;

/// <summary>
/// I5: what is sent is what the vault holds to be sent again. I6: no message key seals two things. The sender's own
/// state opens the sender data, which names leaf and generation; with epoch and kind these are the key.
/// </summary>
internal sealed class Ratchets
{
    private readonly Dictionary<(RoomId, ulong Epoch, LeafIndex, bool IsMessage, uint Generation), Opaque> drawn = [];
    private readonly Dictionary<(ulong Desk, LineId Log, ulong Number), Opaque> sent = [];
    private readonly Dictionary<Opaque, (ulong Desk, bool IsShown)> messages = [];

    /// <summary>Whose a sealed message is, and whether it is one for a transcript.</summary>
    internal (ulong Desk, bool IsShown) MessageOf(Opaque content) => messages[content];

    /// <summary>A person gave an old copy's rooms up: its numbers go on where its station is.</summary>
    internal void SetBack(SimulatedDesk desk)
    {
        foreach (var key in sent.Keys.Where(one => one.Desk == desk.Connection).ToList())
            sent.Remove(key);
    }

    internal void Sent(SimulatedDesk desk, Opaque bytes)
    {
        var submission = WireValue.Decode<Submission>(bytes.Span);
        if (sent.TryGetValue((desk.Connection, submission.Line, submission.Number), out var before))
        {
            if (before != bytes)
                throw new ViolationException($"I5: submission {submission.Number} was sent with other bytes");
            return;
        }
        sent.Add((desk.Connection, submission.Line, submission.Number), bytes);
        using (var vault = Opened(desk, submission.Line))
        using (var kept = vault.Get(VaultTable.InFlight, Opaque.CopyOf("submission"u8)))
        {
            if (kept is null || !kept.Reveal().EndsWith(bytes.Span))
                throw new ViolationException($"I5: submission {submission.Number} was sent before the vault had it");
        }
        foreach (var (envelope, isShown) in submission.Envelopes.Where(one => one.Kind == EnvelopeKind.Message)
            .Zip(AreShown(desk, submission.Line)))
            messages[envelope.Content] = (desk.Connection, isShown);
        foreach (var envelope in submission.Envelopes.Where(one =>
            one.Kind is EnvelopeKind.Message or EnvelopeKind.Commit))
            Drawn(desk, envelope);
    }

    // What tells who joined what the others see has no place in a transcript.
    private static List<bool> AreShown(SimulatedDesk desk, LineId log)
    {
        using var vault = Opened(desk, log);
        var flight = vault.Read<InFlight>(VaultTable.InFlight, Opaque.CopyOf("submission"u8))!;
        return [.. flight.Items.Select(item =>
            vault.Read<OutboxItem>(VaultTable.Outbox, VaultRecords.Ordered(item))!.Order != 0)];
    }

    private static IVault Opened(SimulatedDesk desk, LineId log) =>
        log == desk.Core.Log ? desk.Vault.Open() : VaultPart.Home(desk.Vault.Open());

    private void Drawn(SimulatedDesk desk, Envelope envelope)
    {
        if (TlsCodec.Decode<MlsMessage>(envelope.Content.Span) is not MlsMessage.Private { Message: var message }
            || desk.Cores.Of(envelope.Room).GroupOf(envelope.Room) is not { } group
            || group.View.Epoch != message.Epoch)
            throw new ViolationException("I6: something was sealed in an epoch that its desk is not in");
        var sender = group.State.Epoch.Framing.OpenSenderData(message);
        var key = (envelope.Room, message.Epoch.Value, sender.Leaf, envelope.Kind == EnvelopeKind.Message,
            sender.Generation);
        var hash = Opaque.Owning(SHA256.HashData(envelope.Content.Span));
        if (!drawn.TryAdd(key, hash) && drawn[key] != hash)
            throw new ViolationException($"I6: two things are sealed with one key, generation {sender.Generation}");
    }
}
