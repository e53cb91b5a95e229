using Coulisse.Mls.Ciphersuites;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Pairings;

namespace Coulisse.Desk.Keys;

/// <summary>A desk's folder: its vault, its socket, and the files of credence that people put there.</summary>
internal sealed record DeskFolder(string Path)
{
    internal const string VaultName = "desk.vault";
    internal const string RequestName = "desk.request";
    internal const string EnrolmentName = "desk.enrolment";

    private const int SocketPathBytesMax = 100; // of 108 that Linux has, 104 elsewhere

    /// <summary>The suite of the rooms that this desk opens: post-quantum, of private use.</summary>
    private static readonly Ciphersuite Suite = Ciphersuite.PostQuantum(0xf002);

    private readonly CredenceFolder files = new(Path);

    internal string Vault => System.IO.Path.Combine(Path, VaultName);

    /// <summary>Where its programs meet: nobody but this account reaches it.</summary>
    /// <exception cref="Refusal">The folder's name is too long for it.</exception>
    internal string Socket => System.IO.Path.GetFullPath(
        System.IO.Path.Combine(Path, DoorConnection.SocketName)) is var path
        && System.Text.Encoding.UTF8.GetByteCount(path) <= SocketPathBytesMax
            ? path
            : throw new Refusal(ExitCode.Usage, $"{Path} stands too deep: the name of its socket would be longer than "
                + $"{SocketPathBytesMax} bytes. Move the folder to a shorter name.");

    /// <summary>Every line that its files come to, the first one first.</summary>
    /// <exception cref="Refusal">Something is missing, with what to do.</exception>
    internal IReadOnlyList<LineFolder> Lines(PartyMark own) => LineFolder.AllWhole(files, own);

    /// <summary>Makes a further line of files of credence.</summary>
    /// <exception cref="Refusal">They make none; nothing is changed.</exception>
    internal LineFolder AddLine(PartyMark own, string name, IEnumerable<string> given) =>
        LineFolder.Add(files, own, name, given);

    /// <summary>Who the desk is on a line: as an accreditation in that line's folder says or its letter, else as one in
    /// the desk's own does. The keys stay the caller's.</summary>
    /// <exception cref="Refusal">It is not accredited yet, with what to do.</exception>
    internal DeskIdentity Identity(DeskKeys keys, LineFolder of)
    {
        var line = of.Whole;
        var accreditation = Newest(keys, of.Files.All<Sealed<Accreditation>>(".accreditation")
                .Concat(line.OwnLetters.SelectMany(letter => letter.Content.Desks)))
            ?? Newest(keys, files.All<Sealed<Accreditation>>(".accreditation"))
            ?? throw new Refusal(ExitCode.NotReadable, $"This desk is not accredited yet. Give {RequestName} to the "
                + $"keeper of your party's seal, and put the accreditation that comes back into {Path}.");
        return new()
        {
            Accreditation = accreditation,
            Key = keys.Delegation,
            Seals = line.Seals,
            Parties = line.Parties,
            Endorsements = line.Parties.Sides.ToDictionary(side => side, line.EndorsementsOf),
            Suite = Suite,
        };
    }

    /// <summary>Whose accreditations are in force, as far as the recalls in the folders tell.</summary>
    internal InForce InForce(LineFolder of) => new(KnownRecalls.Of(Both(of).SelectMany(folder =>
        folder.All<Sealed<Recall>>(".recall")), of.Whole.Seals));

    /// <summary>What lies here of a line's seals' chains, and what was passed over.</summary>
    internal (IReadOnlyList<ChainPiece> Pieces, IReadOnlyList<string> PassedOver) Chains(LineFolder of) =>
        FolderChains.In(of, files);

    /// <summary>Where the own station is reached.</summary>
    /// <exception cref="Refusal">Its accreditation names no address.</exception>
    internal static Uri StationOf(LineCredence line) => line.OwnStation.Content.Carriers
        .FirstOrDefault(carrier => carrier.Kind == CarrierKind.Https) is { } address
            ? new(address.Address)
            : throw new Refusal(ExitCode.NotReadable,
                "Your party's letter names no address of its station; "
                + "write one with the station's newest accreditation.");

    private IEnumerable<CredenceFolder> Both(LineFolder of) => ((CredenceFolder[])[of.Files, files]).Distinct();

    private static Sealed<Accreditation>? Newest(DeskKeys keys, IEnumerable<Sealed<Accreditation>> among) =>
        among.Where(keys.AreOf).MaxBy(one => one.Number);
}
