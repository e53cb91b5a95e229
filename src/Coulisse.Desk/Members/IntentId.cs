using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Members;

/// <summary>Which intent: the hash of its author and of the message that said it, so that nobody can mean another by
/// it.</summary>
/// <remarks><code>
/// opaque intent[32];   // SHA-256 of struct { opaque author[16]; RoomMessage message; }</code></remarks>
public sealed record IntentId(Opaque Value) : IWireValue<IntentId>
{
    internal const int Bytes = 32;

    internal static IntentId Of(Opaque author, RoomMessage message) => new(message.NameBy(author));

    /// <inheritdoc/>
    public static IntentId Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(Bytes)));

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteFixed(Value.Span);

    /// <summary>Lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();
}
