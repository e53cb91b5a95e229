using System.Buffers;
using System.Globalization;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;

namespace Coulisse.Bench;

/// <summary>Two members of an epoch, one of whom writes to the other; each keeps its own ratchets.</summary>
internal sealed class MessageLine : IMemberKeys, IDisposable
{
    private static readonly LeafIndex Writer = new(0);

    private readonly SystemRandom random = new();
    private readonly EpochSecrets secrets;
    private readonly EpochFraming epoch;
    private readonly FramedContent content;
    private readonly SignaturePrivateKey key;
    private readonly byte[] encodedBody;
    private SecretTree writing;
    private SecretTree reading;

    internal MessageLine(Ciphersuite suite, int textBytes)
    {
        var context = new GroupContext(new CiphersuiteCode(suite.Code), new GroupId(Opaque.Zeros(32)), new Epoch(7),
            Opaque.Zeros(suite.Hash.HashBytes), Opaque.Zeros(suite.Hash.HashBytes), Extensions: []);
        key = SignaturePrivateKey.Generate(random);
        secrets = suite.FirstEpochSecrets(random);
        epoch = new EpochFraming(suite, context, context.Encode(), secrets);
        content = new FramedContent(context.GroupId, context.Epoch, new Sender.Member(Writer), Opaque.Empty,
            new FramedBody.Application(ApplicationData.CopyOf(new byte[textBytes])));
        writing = SecretTree.Create(suite, leafCount: 2, secrets.Encryption);
        reading = SecretTree.Create(suite, leafCount: 2, secrets.Encryption);
        Suite = suite;
        var body = new ArrayBufferWriter<byte>();
        new PrivateMessageContent(content.Body, new FramedContentAuthData(Opaque.Zeros(64), ConfirmationTag: null))
            .Write(new TlsWriter(body));
        encodedBody = body.WrittenSpan.ToArray();
        Sample = Write();
        Read(Sample);
    }

    internal Ciphersuite Suite { get; }

    internal SignaturePrivateKey Key => key;

    /// <summary>A message as it travels.</summary>
    internal PrivateMessage Sample { get; }

    private int Encoded { get; set; }

    /// <summary>How many bytes are signed for a message.</summary>
    internal int SignedBytes
    {
        get
        {
            var output = new ArrayBufferWriter<byte>();
            FramedContentTbs.Write(new TlsWriter(output), WireFormat.PrivateMessage, content,
                epoch.EncodedContext.Span);
            return output.WrittenCount + "MLS 1.0 FramedContentTBS".Length + 3;
        }
    }

    /// <summary>Microseconds to protect one message.</summary>
    internal double Protect(int times) => Timed.Microseconds(times, ProtectOnce);

    /// <summary>Microseconds to open one message; writing them is not counted.</summary>
    internal double Open(int times)
    {
        Catch();
        var messages = new Queue<PrivateMessage>(Enumerable.Range(0, times).Select(_ => Write()));
        return Timed.Microseconds(times, () => Read(messages.Dequeue()));
    }

    internal void PrintAllocations(MessagePrimitives floor)
    {
        const int Times = 500;
        Catch();
        var messages = new Queue<PrivateMessage>(Enumerable.Range(0, Times + 1).Select(_ => Write()));
        var opened = Timed.Allocated(Times, () => Read(messages.Dequeue()));
        var protectedBytes = Timed.Allocated(Times, ProtectOnce);
        var message = Timed.Allocated(Times, () => _ = new byte[Encoded]);
        var read = Timed.Allocated(Times, ReadContent);
        var state = Timed.Allocated(Times, StepRatchet);
        Print("protect", protectedBytes, "the message", message, state, floor.AllocatedByProtect(Times));
        Print("unprotect", opened, "the content", read, state, floor.AllocatedByOpen(Times));
    }

    public bool TryGetSignatureKey(LeafIndex leaf, out Opaque signatureKey)
    {
        signatureKey = key.PublicKey.Value;
        return leaf == Writer;
    }

    public void Dispose()
    {
        writing.Dispose();
        reading.Dispose();
        secrets.Dispose();
        key.Dispose();
    }

    private static void Print(string what, long all, string result, long resultBytes, long state, long primitives) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {what} allocates {all} B: {result} {resultBytes}, the next state {state}, .NET's ciphers {primitives}, "
            + $"beyond {all - resultBytes - state - primitives}   asked for: at most 64 beyond the result"));

    /// <summary>Makes the objects that an opened message is returned as.</summary>
    private void ReadContent()
    {
        var inner = PrivateMessageContent.Read(encodedBody, ContentType.Application);
        _ = new AuthenticatedContent(WireFormat.PrivateMessage, content with { Body = inner.Body }, inner.Auth);
    }

    private void StepRatchet()
    {
        Span<byte> bytes = stackalloc byte[64];
        var keyBytes = Suite.Aead.KeyBytes;
        writing.DrawNext(Writer, RatchetKind.Application, bytes[..keyBytes], bytes[keyBytes..(keyBytes + 12)], out _,
            out var next);
        writing.Dispose();
        writing = next!;
    }

    private void ProtectOnce()
    {
        var made = epoch.SignAndProtect(writing, key, content, Padding.None, random)!.Value;
        writing.Dispose();
        writing = made.Next;
    }

    private void Read(PrivateMessage message)
    {
        var opened = epoch.Open(reading, message, epoch.OpenSenderData(message), this);
        reading.Dispose();
        reading = opened.Next;
    }

    private PrivateMessage Write()
    {
        var made = epoch.SignAndProtect(writing, key, content, Padding.None, random)!.Value;
        writing.Dispose();
        writing = made.Next;
        Encoded = made.Message.Length;
        return ((MlsMessage.Private)TlsCodec.Decode<MlsMessage>(made.Message.Span)).Message;
    }

    /// <summary>The reader goes where the writer is, past what was written only to be timed.</summary>
    private void Catch()
    {
        reading.Dispose();
        reading = writing.Share();
    }
}
