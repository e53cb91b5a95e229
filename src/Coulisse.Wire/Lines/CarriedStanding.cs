using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>A standing as it travels; nothing inside it is read before its code is verified.</summary>
/// <remarks><code>struct { opaque term[8]; opaque mac[32]; opaque standing&lt;V&gt;; }
/// CarriedStanding;</code></remarks>
public sealed record CarriedStanding(LineTerm Term, Opaque Mac, Opaque Standing) : IWireValue<CarriedStanding>
{
    /// <summary>The standing, to be sent under the present term.</summary>
    public static CarriedStanding Of(Standing standing, LineKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bytes = WireValue.Encode(standing);
        return new(key.Term, key.Authenticate(Lines.Standing.Label, HashOf(bytes)), bytes);
    }

    /// <summary>The standing, if a station that has the key made it for this line and side; else null.</summary>
    /// <exception cref="DecodeException">It is authentic and cannot be read.</exception>
    public Standing? Verified(LineKey key, LineId line, Side side)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Term != Term || !key.Verify(Lines.Standing.Label, HashOf(Standing), Mac.Span))
            return null;
        var standing = WireValue.Decode<Standing>(Standing.Span);
        return standing.Line == line && standing.Side == side ? standing : null;
    }

    /// <inheritdoc/>
    public static CarriedStanding Read(ref TlsReader reader) => new(
        Term: LineTerm.Read(ref reader),
        Mac: Opaque.CopyOf(reader.ReadFixed(LineKey.MacBytes)),
        Standing: reader.ReadOpaque(Lines.Standing.BytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Term.Write(writer);
        writer.WriteFixed(Mac.Span);
        writer.WriteVector(Standing);
    }

    private static Opaque HashOf(Opaque standing) => LineHash.Of(Lines.Standing.Label, standing.Span);
}
