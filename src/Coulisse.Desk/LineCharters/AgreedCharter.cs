using Coulisse.Crypto.Codec;
using Coulisse.Desk.Records;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Records;

namespace Coulisse.Desk.LineCharters;

/// <summary>Terms of a line with both sides' signatures: whoever is of the line can check it, wherever it comes
/// from.</summary>
/// <param name="Charter">What it says.</param>
/// <param name="First">Of who proposed it.</param>
/// <param name="Second">Of who agreed, over the first as well.</param>
/// <remarks><c>protocol/rooms.md</c>: <code>
/// struct { LineCharter charter; RecordSignature first; RecordSignature second; } AgreedCharter;</code></remarks>
public sealed record AgreedCharter(LineCharter Charter, RecordSignature First, RecordSignature Second)
    : IWireValue<AgreedCharter>
{
    /// <summary>What a talk has come to; null if its signatures cannot be read.</summary>
    internal static AgreedCharter? Of(LineCharterView view) =>
        view.Second is { } second && RecordVouching.SignatureIn(view.First) is { } first
            && RecordVouching.SignatureIn(second) is { } last
            ? new(LineCharter.Of(view.Number, view.Follows, view.Terms), first, last) : null;

    /// <summary>Whether both parties of the desk's line have signed it, each by a desk whose mandate binds it. Dates
    /// and recalls decide nothing here, or two desks would hold different terms: they are looked at by who
    /// signs.</summary>
    internal bool IsSignedFor(DeskIdentity identity)
    {
        var terms = Charter.On(identity.Parties);
        return Binds(First, identity) && Binds(Second, identity) && First.IsOver(terms, null)
            && Second.IsOver(terms, First);
    }

    private static bool Binds(RecordSignature signature, DeskIdentity identity) =>
        signature.Accreditation.Content.Subject.Kind == SubjectKind.Desk
        && MandateRights.Usual.MayConsent.Contains(signature.Accreditation.Content.Mandate)
        && identity.Seals.Accepts(signature.Accreditation.By);

    /// <inheritdoc/>
    public static AgreedCharter Read(ref TlsReader reader) =>
        new(LineCharter.Read(ref reader), RecordSignature.Read(ref reader), RecordSignature.Read(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Charter.Write(writer);
        First.Write(writer);
        Second.Write(writer);
    }
}
