using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Welcomes;

namespace Coulisse.Fuzz.Targets;

/// <summary>What a group and its members read: <c>protocol/mls-profile.md</c>.</summary>
internal static class MlsTargets
{
    public static IEnumerable<FuzzTarget> Of(MlsWorld world) =>
    [
        new("mls-process", InputForm.Vectors, world.Messages, input => Processed(world, input)),
        new("mls-join", InputForm.Vectors, [world.Welcome], input => Joined(world, input)),
        new("mls-snapshot", InputForm.Vectors, [world.Snapshot], input => Loaded(world, input)),
        .. Enum.GetValues<ContentType>().Select(type => new FuzzTarget("mls-content-" + type, InputForm.Vectors,
            Contents(world, type), input => Content(input, type))),
    ];

    /// <summary>Nobody but the sender can write what is taken: only what was sent, byte for byte.</summary>
    private static Answer Processed(MlsWorld world, byte[] input)
    {
        var result = world.Group.Process(input);
        switch (result)
        {
            case ProcessResult.ApplicationMessage taken: taken.Next.Dispose(); break;
            case ProcessResult.ProposalReceived taken: taken.Next.Dispose(); break;
            case ProcessResult.CommitProcessed taken: taken.Next.Dispose(); break;
            default: return Answer.No;
        }
        return OneOf(world.Messages, input);
    }

    private static Answer Joined(MlsWorld world, byte[] input)
    {
        if (MlsGroup.Join(world.Third.Client, world.Third.Signer, input, [world.Bundle], new())
            is not JoinResult.Joined joined)
            return Answer.No;
        joined.Group.Dispose();
        // What is for others, or stands there twice, is nobody's to sign; the own part and the group's must be whole.
        var (sent, read) = (Parts(world, world.Welcome), Parts(world, input));
        return sent == read ? Answer.Yes : new Answer.Broken("It was taken, and nobody sent it.");
    }

    private static (EncryptedGroupSecrets Own, Opaque Group) Parts(MlsWorld world, byte[] message)
    {
        var welcome = ((MlsMessage.Welcoming)TlsCodec.Decode<MlsMessage>(message)).Welcome;
        return (welcome.Secrets.First(one => one.NewMember == world.Bundle.Reference), welcome.EncryptedGroupInfo);
    }

    private static Answer OneOf(byte[][] sent, byte[] input) => sent.Any(one => one.AsSpan().SequenceEqual(input))
        ? Answer.Yes
        : new Answer.Broken("It was taken, and nobody sent it.");

    private static Answer Loaded(MlsWorld world, byte[] input)
    {
        try
        {
            using var group = MlsGroup.Load(world.Second.Client, world.Second.Signer, input);
            var again = MlsWorld.Saved(group);
            using var second = MlsGroup.Load(world.Second.Client, world.Second.Signer, again);
            return MlsWorld.Saved(second).AsSpan().SequenceEqual(again)
                ? Answer.Yes
                : new Answer.Broken("Saved, loaded and saved again, a group differs.");
        }
        catch (DecodeException)
        {
            return Answer.No;
        }
    }

    private static byte[][] Contents(MlsWorld world, ContentType type) =>
    [
        .. world.Structs.OfType<MlsMessage.Public>().Where(one => one.Message.Content.Body.Type == type)
            .Select(one => Written(new(one.Message.Content.Body, one.Message.Auth))),
        .. type == ContentType.Application
            ? [Written(new(new FramedBody.Application(ApplicationData.CopyOf("Open."u8)), new(Opaque.Zeros(64), null)))]
            : (byte[][])[],
    ];

    private static byte[] Written(PrivateMessageContent content)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        content.Write(new TlsWriter(output));
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The padding behind it is zeros and nothing of the content's.</summary>
    private static Answer Content(byte[] input, ContentType type)
    {
        try
        {
            var again = Written(PrivateMessageContent.Read(input, type));
            return Answer.Again([.. again, .. new byte[Math.Max(0, input.Length - again.Length)]]);
        }
        catch (DecodeException)
        {
            return Answer.No;
        }
    }
}
