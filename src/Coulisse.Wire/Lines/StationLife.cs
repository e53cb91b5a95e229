using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// What tells a station's states before and after its file was put back from a copy apart. What a life has said it
/// never takes back; a later life begins anew, and nothing of an earlier one counts any more.
/// </summary>
/// <remarks><code>struct { uint64 number; opaque nonce[16]; } StationLife;   // the first: zeros</code></remarks>
/// <param name="Number">Rises with each.</param>
/// <param name="Nonce">Drawn for each, so that who names it has heard it.</param>
public sealed record StationLife(ulong Number, Opaque Nonce) : IWireValue<StationLife>
{
    /// <summary>The length of a nonce, in bytes.</summary>
    public const int NonceBytes = 16;

    /// <summary>That of a station that was never put back.</summary>
    public static StationLife First { get; } = new(0, Opaque.Zeros(NonceBytes));

    /// <inheritdoc/>
    public static StationLife Read(ref TlsReader reader)
    {
        var life = new StationLife(reader.ReadUInt64(), Opaque.CopyOf(reader.ReadFixed(NonceBytes)));
        return (life.Number == 0) == (life.Nonce == First.Nonce) ? life
            : throw reader.Refuse(DecodeCode.BadContent, "The first life has no nonce, and every other has one.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteFixed(Nonce.Span);
    }
}
