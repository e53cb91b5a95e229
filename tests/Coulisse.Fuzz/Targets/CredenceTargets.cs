using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Fuzz.Mutations;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Pairings;
using Coulisse.Wire.Rooms;
using Coulisse.Wire.Statements;

namespace Coulisse.Fuzz.Targets;

/// <summary>Seals and what is handed over between parties: <c>protocol/credence.md</c>,
/// <c>protocol/seal.md</c>.</summary>
internal static class CredenceTargets
{
    public static IEnumerable<FuzzTarget> Of(CredenceWorld world)
    {
        var publicFile = SealPublicFile.Write(world.Seal.Party, world.Seal.PublicKey);
        var hex = Encoding.ASCII.GetBytes(world.Seal.PublicKey.ToString());
        var fingerprint = Encoding.ASCII.GetBytes(SealFingerprint.Of(world.Seal.PublicKey).ToString());
        return
        [
            Kind<AccreditationRequest>("request"), Kind<Sealed<Accreditation>>("station"),
            Kind<Sealed<Accreditation>>("desk"), Kind<Sealed<Letter>>("letter"), Kind<Sealed<Recall>>("recall"),
            Kind<Sealed<RoomOrder>>("order"), Kind<Sealed<Recognition>>("recognition"),
            Kind<Sealed<Succession>>("succession"),
            Kind<LeafRequest>("leaf-request"),
            Kind<DeskEnrolment>("enrolment", CredenceFile.Write(CredenceWorld.Enrolment)),
            new("letter-code", InputForm.Lines, [.. CredenceWorld.LetterCodes], LetterCode)
            {
                Words = ["COULISSE:LETTER:", ":99:", ":::"],
            },
            new("seal-entry", InputForm.Vectors, world.Entries, Entry),
            new("seal-chain", InputForm.Vectors, [world.Chain], input => Chain(world, input)),
            new("seal-key-file", InputForm.Vectors, [world.Key], input => KeyFile(world, input)),
            new("seal-public-file", InputForm.Lines, [publicFile], input => PublicFile(world, input))
            {
                TimeMax = TimeSpan.FromSeconds(30), // A fingerprint is made to be slow.
            },
            new("seal-public-key", InputForm.Lines, [hex], input => SealPublicKey.FromHex(Typed.Of(input)) is { } key
                ? Answer.Again(Encoding.ASCII.GetBytes(key.ToString())) : Answer.No),
            new("seal-fingerprint", InputForm.Lines, [fingerprint], Fingerprint),
            new("room-id", InputForm.Lines, ["00112233445566778899aabbccddeeff"u8.ToArray()], input =>
                Answer.If(RoomId.FromHex(Typed.Of(input)) is not null)),
            new("statement-id", InputForm.Lines, [Encoding.ASCII.GetBytes(CredenceWorld.Statement.Id.ToString())],
                input => Answer.If(StatementId.FromHex(Typed.Of(input)) is not null)),
            new("mandate-words", InputForm.Lines, ["duty officer"u8.ToArray()], input =>
                MandateWords.Parse(Typed.Of(input)) is { } mandate
                    ? Answer.Again(Encoding.ASCII.GetBytes(MandateWords.Of(mandate))) : Answer.No),
        ];
    }

    private static FuzzTarget Kind<T>(string name)
        where T : ICredenceFile<T> => Kind<T>(name, CredenceWorld.CredenceFileOf(name));

    private static FuzzTarget Kind<T>(string name, byte[] file)
        where T : ICredenceFile<T> => new("credence-" + name, InputForm.Lines, [file],
            input => CredenceFile.Read<T>(input) is CredenceReading<T>.Whole { Value: var value }
                ? Answer.Again(CredenceFile.Write(value)) : Answer.No);

    private static Answer LetterCode(byte[] input) =>
        Answer.If(LetterCodes.Join([Typed.Of(input)]) is not LetterJoining.Refused);

    private static Answer Entry(byte[] input)
    {
        try
        {
            return Answer.Again(SealEntry.Read(input).Encode().Span);
        }
        catch (DecodeException)
        {
            return Answer.No;
        }
    }

    /// <summary>A chain may end after any of its records and nowhere else.</summary>
    private static Answer Chain(CredenceWorld world, byte[] input)
    {
        var (_, _, trouble) = SealChainRecords.Read(input, world.Seal.Party, world.Seal.PublicKey);
        return trouble is not null ? Answer.No
            : world.Chain.AsSpan().StartsWith(input) ? Answer.Yes
            : new Answer.Broken("A chain was taken that its seal did not write.");
    }

    private static Answer KeyFile(CredenceWorld world, byte[] input) =>
        SealKeyFile.Read(input) is SealKeyFileReading.Named ? Answer.Again(world.Key) : Answer.No;

    /// <summary>The party's name may be any: the file proves nothing. The key is the fingerprint's.</summary>
    private static Answer PublicFile(CredenceWorld world, byte[] input) => SealPublicFile.Read(input) switch
    {
        null => Answer.No,
        var key when key == world.Seal.PublicKey => Answer.Yes,
        _ => new Answer.Broken("Another key was taken with this one's fingerprint."),
    };

    private static Answer Fingerprint(byte[] input)
    {
        if (SealFingerprint.Parse(Typed.Of(input)) is not { } read)
            return Answer.No;
        return SealFingerprint.Parse(read.ToString()) == read ? Answer.Yes
            : new Answer.Broken("A fingerprint is not read as it is written.");
    }
}
