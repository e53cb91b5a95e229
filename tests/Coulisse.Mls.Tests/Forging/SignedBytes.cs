using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// A content whose encoded body was changed before it was signed: what no type of ours would write, and yet under a
/// signature, a tag and a key that hold.
/// </summary>
internal static class SignedBytes
{
    internal static Opaque Write(Forger forger, WireFormat format, FramedContent content,
        Func<byte[], byte[]> change, Opaque? confirmationTag = null)
    {
        var body = Encoded(content.Body.Write);
        var frame = content.Encode().ToArray()[..^body.Length];
        var changed = change(body);
        byte[] signed = [0, 1, 0, (byte)format, .. frame, .. changed, .. forger.Epoch.Framing.EncodedContext.Span];
        var signature = forger.Suite.SignWithLabel(forger.Party.Signer, "FramedContentTBS"u8, signed);
        var auth = Encoded(new FramedContentAuthData(signature, confirmationTag).Write);
        if (format == WireFormat.PrivateMessage)
            return forger.EncryptRaw(content, [.. changed, .. auth]);
        var membershipTag = forger.Epoch.Secrets.MembershipTag([.. signed, .. auth]);
        return Opaque.CopyOf([0, 1, 0, (byte)format, .. frame, .. changed, .. auth,
            .. Encoded(writer => writer.WriteVector(membershipTag))]);
    }

    private static byte[] Encoded(Action<TlsWriter> write)
    {
        var written = new ArrayBufferWriter<byte>();
        write(new TlsWriter(written));
        return written.WrittenSpan.ToArray();
    }
}
