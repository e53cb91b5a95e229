using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.Welcomes;

namespace Coulisse.Fuzz.Targets;

/// <summary>A group of two, somebody who is about to join, and what they wrote.</summary>
internal sealed class MlsWorld : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private readonly MlsOffice first = new("first", 1);
    private readonly List<IDisposable> held = [];

    public MlsWorld()
    {
        var alone = first.Create();
        using var package = Second.Package();
        var added = Made(alone.Commit(new() { Now = Now, ByValue = [new Proposal.Add(package.Package)] }));
        var joined = (JoinResult.Joined)MlsGroup.Join(Second.Client, Second.Signer, added.Welcome!.Value.ToArray(),
            [package], new());
        Group = joined.Group;
        Bundle = Third.Package();
        held.AddRange([alone, added.Next, Group, Bundle]);
        Messages = [.. Written(added.Next)];
        Snapshot = Saved(Group);
        Welcome = Messages[^1];
        Offer = ((MlsMessage)new MlsMessage.Offering(Bundle.Package)).Encode().ToArray();
        MlsMessage[] read = [.. Messages.Append(Offer).Select(message => TlsCodec.Decode<MlsMessage>(message))];
        Structs = [.. read, joined.GroupInfo, new MlsMessage.Describing(joined.GroupInfo), .. Others(joined.GroupInfo),
            .. read.OfType<MlsMessage.Public>().Select(one => new AuthenticatedContent(
                WireFormat.PublicMessage, one.Message.Content, one.Message.Auth))];
    }

    public MlsOffice Second { get; } = new("second", 2);

    public MlsOffice Third { get; } = new("third", 3);

    /// <summary>The second member's state.</summary>
    public MlsGroup Group { get; }

    /// <summary>What the third one offered.</summary>
    public KeyPackageBundle Bundle { get; }

    /// <summary>Of each kind that the second member takes; the last one is a welcome.</summary>
    public byte[][] Messages { get; }

    public byte[] Welcome { get; }

    public byte[] Offer { get; }

    public byte[] Snapshot { get; }

    /// <summary>Values that hold every struct of the RFC somewhere.</summary>
    public IReadOnlyList<object> Structs { get; }

    public static byte[] Saved(MlsGroup group)
    {
        var output = new ArrayBufferWriter<byte>();
        group.Save(output);
        return output.WrittenSpan.ToArray();
    }

    public void Dispose()
    {
        held.ForEach(one => one.Dispose());
        first.Dispose();
        Second.Dispose();
        Third.Dispose();
    }

    private IEnumerable<byte[]> Written(MlsGroup sender)
    {
        yield return Sent(sender.Say("The line is open."u8, Opaque.CopyOf([7])));
        foreach (var format in new[] { WireFormat.PublicMessage, WireFormat.PrivateMessage })
        {
            yield return Sent(sender.Propose(new Proposal.Add(Bundle.Package), new() { Now = Now, Format = format }));
            yield return Sent(sender.ProposeUpdate(new() { Now = Now, Format = format }));
            var made = Made(sender.Commit(new()
            {
                Now = Now,
                Format = format,
                ByValue = [new Proposal.Add(Bundle.Package)],
            }));
            held.Add(made.Next);
            yield return made.Message.ToArray();
            if (format == WireFormat.PrivateMessage)
                yield return made.Welcome!.Value.ToArray();
        }
    }

    private byte[] Sent(SendResult result)
    {
        var made = (SendResult.Made)result;
        held.Add(made.Next);
        return made.Message.ToArray();
    }

    private static CommitResult.Made Made(CommitResult result) => (CommitResult.Made)result;

    /// <summary>What stands in no message of ours, or only encrypted.</summary>
    private static IEnumerable<object> Others(GroupInfo info)
    {
        var bytes = Opaque.CopyOf("0123456789abcdef0123456789abcdef"u8);
        var basic = new Credential.Basic(bytes);
        PreSharedKeyId psk = new PreSharedKeyId.External(bytes, bytes);
        var tree = info.Extensions.First(extension => extension.Data.Length > 300).Data;
        return
        [
            TlsCodec.Decode<RatchetTreeNodes>(tree.Span), psk, new PskLabel(psk, 0, 2), new SenderData(new(1), 5, 9),
            new PreSharedKeyId.Resumption(ResumptionPskUsage.Application, new(bytes), new(3), bytes),
            new ExternalSender(bytes, basic), new Credential.X509([new(bytes), new(bytes)]),
            new RequiredCapabilities([new(0xf100)], [new(0x2a2a)], [CredentialType.Basic]),
            ApplicationData.CopyOf("The line is open."u8), new ProposalRef(bytes), new KeyPackageRef(bytes),
            new GroupSecrets(SecretBytes.CopyOf(bytes.Span), SecretBytes.CopyOf(bytes.Span), [psk]),
            new Proposal.Remove(new(1)), new Proposal.Psk(psk), new Proposal.GroupContextExtensions([]),
            new ProposalOrRef.ByReference(new(bytes)),
            new ParentNode(new(bytes), bytes, [new(1), new(3)]),
            new Commit([new ProposalOrRef.ByReference(new(bytes))], null),
        ];
    }
}
