using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Members;

/// <summary>What somebody says of an intent.</summary>
/// <remarks><code>struct { opaque intent[32]; uint16 answer; opaque reason&lt;V&gt;; } IntentAnswer;</code></remarks>
/// <param name="Intent">Which.</param>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why; UTF-8, at most 1,024 bytes, and may be empty.</param>
internal sealed record IntentAnswer(IntentId Intent, IntentAnswerKind Kind, string Reason) : IWireValue<IntentAnswer>
{
    public static IntentAnswer Read(ref TlsReader reader)
    {
        var answer = new IntentAnswer(IntentId.Read(ref reader), (IntentAnswerKind)reader.ReadUInt16(),
            RoomCharter.ReadText(ref reader, Members.Intent.ReasonBytesMax));
        return Enum.IsDefined(answer.Kind) ? answer
            : throw reader.Refuse(DecodeCode.UnknownValue, "An answer of a kind that this version does not know.");
    }

    public void Write(TlsWriter writer)
    {
        Intent.Write(writer);
        writer.WriteUInt16((ushort)Kind);
        writer.WriteVector(Encoding.UTF8.GetBytes(Reason));
    }
}

/// <summary>What an answer to an intent says. A machine says the last two only.</summary>
internal enum IntentAnswerKind : ushort
{
    /// <summary>Yes, by a person of the other side whose mandate binds it.</summary>
    Consented = 1,

    /// <summary>No, by a person of the other side.</summary>
    Declined = 2,

    /// <summary>The side that wanted it does not want it any more, or whom it named does not come.</summary>
    Withdrawn = 3,

    /// <summary>The other side consented, and its machine could not do it: a fault, and no refusal.</summary>
    Failed = 4,
}
