using System.Buffers;
using Coulisse.Crypto.Codec;

namespace Coulisse.Crypto.Signatures;

/// <summary>
/// RFC 9420 §5.1.2: <code>struct { opaque label&lt;V&gt;; opaque content&lt;V&gt;; } SignContent;</code>
/// </summary>
internal static class SignContent
{
    internal const int OverheadBytesMax = 8;

    internal static void Write(IBufferWriter<byte> output, SignatureLabel label, ReadOnlySpan<byte> content)
    {
        var writer = new TlsWriter(output);
        writer.WriteVector(label.Bytes);
        writer.WriteVector(content);
    }
}
