using System.Collections.Immutable;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Tests.Statements;

/// <summary>The statements, seal and signed files that these tests share; everything follows from one seed.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Instant = new(2031, 5, 4, 9, 30, 0, TimeSpan.Zero);

    public static Statement Small { get; } =
        new("Aldermark", StatementId.Draw(new SeededRandom(11)), 1, "Tessaly Reach",
    [
        new("en", EditionStanding.Authentic, "The line stays open",
            "We keep the line open.\n\nNothing else is agreed.\n"),
        new("fr", EditionStanding.OfficialTranslation, "La ligne reste ouverte",
            "Nous gardons la ligne ouverte.\n\nRien d'autre n'est convenu.\n"),
    ]);

    /// <summary>As short as a statement can be, so that every one of its bytes can be changed in turn.</summary>
    public static Statement Least { get; } = new("Sorvane", StatementId.Draw(new SeededRandom(10)), 1, null,
        [new("en", EditionStanding.Authentic, "On the line", "It is open.")]);

    /// <summary>
    /// Several scripts, a line of more than two pieces, repeated and empty lines, a body without a last LF.
    /// </summary>
    public static Statement Large { get; } = new("Sorvane", StatementId.Draw(new SeededRandom(12)), 3, null,
    [
        new("ru", EditionStanding.Authentic, "О линии",
            "Линия открыта.\n\n- да\n- да\n\n" + string.Concat(
            Enumerable.Repeat("Слова о линии, которые никто не спешит забыть. ", 20)) + "\nконец"),
        new("ar", EditionStanding.Authentic, "الخط مفتوح", "الخط مفتوح.\n\nلا شيء غير ذلك.\n"),
        new("en", EditionStanding.OfficialTranslation, "On the line",
            "The line is open.\n\nParty: nobody\nEdition: en authentic\n" + new string('x', 2_000) + "\n"),
    ]);

    public static Seal Seal(string party = "Aldermark", ulong seed = 7) =>
        Wire.Credence.Seal.Generate(party, new SeededRandom(seed));

    public static byte[] SignedFile(Statement statement, ulong seed = 7)
    {
        using var folder = new TemporaryFolder();
        using var seal = Seal(statement.Party, seed);
        SealChainFile.Create(folder.File("a.chain"), seal);
        using var chain = Opened(folder.File("a.chain"), seal);
        return SignedStatementFile.Sign(statement, seal, chain, Instant);
    }

    public static SealChainFile Opened(string path, Seal seal) =>
        Assert.IsType<SealChainOpening.Opened>(SealChainFile.Open(path, seal.Party, seal.PublicKey)).Chain;

    public static byte[] Corpus(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "corpus", name));

    public static ImmutableArray<Finding> FindingsOf(ReadOnlySpan<byte> file) =>
        Assert.IsType<StatementVerification.Altered>(SignedStatementFile.Verify(file)).Findings;
}
