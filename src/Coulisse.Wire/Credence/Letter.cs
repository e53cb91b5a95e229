using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>
/// A letter of credence: what one party gives another by hand. Its seal, its station with pins, addresses and keys,
/// and the desks on duty with the keys of the emergency lane. Of one party and about one party.
/// </summary>
/// <remarks><c>protocol/credence.md</c>: <code>
/// struct { Sealed station; Sealed desks&lt;V&gt;; Sealed predecessor&lt;V&gt;; } Letter;</code></remarks>
/// <param name="Station">The accreditation of the party's station.</param>
/// <param name="Desks">Those of its duty desks, by serial; each has a key for the emergency lane.</param>
/// <param name="Predecessor">The earlier seal's word for this one, where there was one and it could be given.</param>
public sealed record Letter(
    Sealed<Accreditation> Station, WireList<Sealed<Accreditation>> Desks, Sealed<Succession>? Predecessor)
    : ISealContent<Letter>
{
    /// <summary>The most duty desks.</summary>
    public const int DesksMax = 8;

    private const int DesksBytesMax = DesksMax * 17 * 1024;
    private const int PredecessorBytesMax = 1_024;

    /// <inheritdoc/>
    public static SealEntryKind Kind => SealEntryKind.Letter;

    /// <inheritdoc/>
    public static string Title => "LETTER OF CREDENCE";

    /// <inheritdoc/>
    public static int BytesMax => DesksBytesMax + 18 * 1024 + PredecessorBytesMax;

    /// <inheritdoc/>
    public bool IsWellFormed =>
        Station.Content.Subject.Kind == SubjectKind.Station && Desks.Count <= DesksMax
        && Desks.All(desk => desk.Content.Subject.Kind == SubjectKind.Desk
            && desk.Content.KeysFor(KeyPurpose.DeskEmergency).Any())
        && Desks.Zip(Desks.Skip(1)).All(pair => pair.First.Number < pair.Second.Number)
        && Desks.Select(desk => desk.Content.Subject).Distinct().Count() == Desks.Count;

    /// <inheritdoc/>
    public bool Fits(SealEntryContent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var mark = new PartyMark(entry.Party, entry.Key);
        return Desks.Append(Station).All(one => one.By == mark && one.Number < entry.Number)
            && (Predecessor is null || (Predecessor.By.Party == entry.Party && Predecessor.By.Seal != entry.Key
                && Predecessor.Content.NewSeal == entry.Key));
    }

    /// <inheritdoc/>
    public static Letter Read(ref TlsReader reader)
    {
        var station = ReadOne<Accreditation>(ref reader);
        var desks = WireList.Read<Sealed<Accreditation>>(ref reader, DesksBytesMax, DesksMax);
        var predecessor = WireList.Read<Sealed<Succession>>(ref reader, PredecessorBytesMax, 1);
        return new(station, desks, predecessor.Count == 0 ? null : predecessor[0]);
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Station.Write(writer);
        WireList.Write(writer, Desks);
        WireList.Write<Sealed<Succession>>(writer, Predecessor is null ? [] : [Predecessor]);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Head() =>
    [
        .. Station.Content.Office.Select(name => $"Station ({name.Language}): {name.Text}"),
        .. Station.Content.Carriers.Select(carrier => $"Reached at: {carrier.Address}"),
        $"Station until: {CredenceFile.Text(Station.Content.NotAfter)}",
        .. Desks.Select(desk =>
            $"Duty desk: {desk.Content.Office[0].Text}, until {CredenceFile.Text(desk.Content.NotAfter)}"),
        .. Predecessor is null ? (string[])[] : [$"Follows the seal: {Predecessor.By.Seal}"],
    ];

    private static Sealed<T> ReadOne<T>(ref TlsReader reader)
        where T : ISealContent<T> => ReadValue<Sealed<T>>(ref reader);

    private static T ReadValue<T>(ref TlsReader reader)
        where T : IWireValue<T> => T.Read(ref reader);
}
