using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Accreditations;

/// <summary>
/// What a party's seal says of one of its stations, desks or officers. The party is the entry's; the serial is the
/// number of the entry in the seal's chain.
/// </summary>
/// <remarks><c>protocol/credence.md</c>: <code>
/// struct { Subject subject; OfficeName office&lt;V&gt;; uint16 mandate; SubjectKey keys&lt;V&gt;;
///          CarrierAddress carriers&lt;V&gt;; uint64 not_before; uint64 not_after; } Accreditation;</code></remarks>
/// <param name="Subject">Who or what.</param>
/// <param name="Office">What they are, by language.</param>
/// <param name="Mandate">What they may do; none for a station, and only for it.</param>
/// <param name="Keys">Their public keys, by purpose and bytes.</param>
/// <param name="Carriers">Where a station is reached, the preferred first; none for others.</param>
/// <param name="NotBefore">From when: UTC, whole seconds.</param>
/// <param name="NotAfter">Until when; this second itself no longer counts.</param>
public sealed record Accreditation(
    Subject Subject, WireList<OfficeName> Office, Mandate Mandate, WireList<SubjectKey> Keys,
    WireList<CarrierAddress> Carriers, DateTimeOffset NotBefore, DateTimeOffset NotAfter) : ISealContent<Accreditation>
{
    /// <summary>The longest time from first to last day.</summary>
    public const int DaysMax = 1_100;

    private const int OfficeBytesMax = OfficeName.LanguagesMax * (OfficeName.TextBytesMax + 32);
    private const int KeysBytesMax = 8_192;
    private const int CarriersBytesMax = 4_096;

    /// <inheritdoc/>
    public static SealEntryKind Kind => SealEntryKind.Accreditation;

    /// <inheritdoc/>
    public static string Title => "ACCREDITATION";

    /// <inheritdoc/>
    public static int BytesMax => 16 * 1024;

    /// <inheritdoc/>
    public bool IsWellFormed =>
        Subject.IsWellFormed && OfficeName.AreAnOffice(Office) && Enum.IsDefined(Mandate)
        && (Mandate == Mandate.None) == (Subject.Kind == SubjectKind.Station)
        && SubjectKey.AreThoseOf(Subject.Kind, Keys)
        && Carriers.Count <= (Subject.Kind == SubjectKind.Station ? CarrierAddress.CountMax : 0)
        && Carriers.All(carrier => carrier.IsWellFormed) && Carriers.Distinct().Count() == Carriers.Count
        && WireFields.IsInstant(NotBefore) && WireFields.IsInstant(NotAfter)
        && NotBefore < NotAfter && NotAfter - NotBefore <= TimeSpan.FromDays(DaysMax);

    /// <summary>The key with which the subject signs.</summary>
    public SignaturePublicKey SignatureKey =>
        SignaturePublicKey.From(KeysFor(KeyRule.SignatureOf(Subject.Kind)).Single())!;

    /// <inheritdoc/>
    public bool Fits(SealEntryContent entry) => true;

    /// <summary>The keys of one purpose.</summary>
    public IEnumerable<Opaque> KeysFor(KeyPurpose purpose) =>
        Keys.Where(key => key.Purpose == purpose).Select(key => key.Value);

    /// <summary>The office in one language, or in the first that there is.</summary>
    public string OfficeIn(string language) =>
        (Office.FirstOrDefault(name => name.Language == language) ?? Office[0]).Text;

    /// <summary>
    /// Whether this and another accreditation of the same party are of one subject in one office with one mandate; only
    /// then may one stand in for the other in a leaf.
    /// </summary>
    public bool IsRenewalOf(Accreditation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Subject == other.Subject && Office.Equals(other.Office) && Mandate == other.Mandate;
    }

    /// <inheritdoc/>
    public static Accreditation Read(ref TlsReader reader) => new(
        Subject: Subject.Read(ref reader),
        Office: WireList.Read<OfficeName>(ref reader, OfficeBytesMax, OfficeName.LanguagesMax),
        Mandate: WireFields.ReadKnown<Mandate>(ref reader, reader.ReadUInt16(), "A mandate"),
        Keys: WireList.Read<SubjectKey>(ref reader, KeysBytesMax, SubjectKey.CountMax),
        Carriers: WireList.Read<CarrierAddress>(ref reader, CarriersBytesMax, CarrierAddress.CountMax),
        NotBefore: WireFields.ReadInstant(ref reader),
        NotAfter: WireFields.ReadInstant(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Subject.Write(writer);
        WireList.Write(writer, Office);
        writer.WriteUInt16((ushort)Mandate);
        WireList.Write(writer, Keys);
        WireList.Write(writer, Carriers);
        WireFields.WriteInstant(writer, NotBefore);
        WireFields.WriteInstant(writer, NotAfter);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Head() =>
    [
        $"Accredits: {Subject}",
        .. Office.Select(name => $"Office ({name.Language}): {name.Text}"),
        $"Mandate: {MandateWords.Of(Mandate)}",
        .. Carriers.Select(carrier => $"Reached at: {carrier.Address}"),
        $"From: {CredenceFile.Text(NotBefore)}",
        $"Until: {CredenceFile.Text(NotAfter)}",
    ];
}
