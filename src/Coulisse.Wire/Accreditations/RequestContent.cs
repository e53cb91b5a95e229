using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Accreditations;

/// <summary>What a station, desk or officer asks its party's seal to accredit: public keys only.</summary>
/// <remarks><code>
/// struct { opaque party&lt;V&gt;; Subject subject; SubjectKey keys&lt;V&gt;; CarrierAddress carriers&lt;V&gt;; }
/// RequestContent;</code></remarks>
public sealed record RequestContent(
    string Party, Subject Subject, WireList<SubjectKey> Keys, WireList<CarrierAddress> Carriers)
    : IWireValue<RequestContent>
{
    private const int KeysBytesMax = 8_192;
    private const int CarriersBytesMax = 4_096;

    internal bool IsWellFormed =>
        PartyRules.IsName(Party) && Subject.IsWellFormed && SubjectKey.AreThoseOf(Subject.Kind, Keys)
        && Carriers.Count <= (Subject.Kind == SubjectKind.Station ? CarrierAddress.CountMax : 0)
        && Carriers.All(carrier => carrier.IsWellFormed) && Carriers.Distinct().Count() == Carriers.Count;

    /// <inheritdoc/>
    public static RequestContent Read(ref TlsReader reader) => new(
        Party: WireFields.ReadLine(ref reader, PartyRules.NameBytesMax),
        Subject: Subject.Read(ref reader),
        Keys: WireList.Read<SubjectKey>(ref reader, KeysBytesMax, SubjectKey.CountMax),
        Carriers: WireList.Read<CarrierAddress>(ref reader, CarriersBytesMax, CarrierAddress.CountMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        WireFields.WriteText(writer, Party);
        Subject.Write(writer);
        WireList.Write(writer, Keys);
        WireList.Write(writer, Carriers);
    }
}
