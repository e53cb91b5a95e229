using System.Text;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;
using CsCheck;

namespace Coulisse.Wire.Tests.Statements;

public sealed class StatementsAreReadAsTheyWereWritten
{
    private static readonly Gen<string> AnyLine = Gen.OneOf(
        Gen.OneOf(new[] { "", "Edition: en authentic", "Lines: 3", "Party: x", "الخط", "%%", "% % ", "{", "é",
            "линия" }.Select(Gen.Const).ToArray()),
        Gen.Char['a', 'z'].Array[0, 700].Select(c => new string(c)));

    [Fact]
    public void The_frozen_files_are_genuine_and_are_made_again_to_the_byte()
    {
        foreach (var (name, statement) in new[] { ("small", Samples.Small), ("large", Samples.Large) })
        {
            var file = Samples.Corpus($"{name}.signed.txt");
            var genuine = Assert.IsType<StatementVerification.Genuine>(SignedStatementFile.Verify(file));
            Assert.Equal(statement, genuine.Statement);
            Assert.Equal((1ul, Samples.Instant), (genuine.Entry.Content.Number, genuine.Entry.Content.ClaimedAt));
            Assert.Equal(file, Samples.SignedFile(statement));
        }
    }

    [Fact]
    public void Any_statement_that_keeps_the_rules_is_read_back_unsigned_and_signed() =>
        AnyLine.List[1, 12].Sample(lines =>
        {
            var body = string.Join('\n', lines);
            var statement =
                Samples.Small with
                {
                    Editions =
                [new("en", EditionStanding.Authentic, "Title", body.Length == 0 ? "x" : body)]
                };
            Assert.Empty(StatementRules.FaultsOf(statement));
            Assert.Equal(statement,
                Assert.IsType<StatementReading.Read>(UnsignedStatementFile.Read(UnsignedStatementFile.Write(statement)))
                .Statement);
            var genuine =
                Assert.IsType<StatementVerification.Genuine>(SignedStatementFile.Verify(Samples.SignedFile(statement)));
            Assert.Equal(statement, genuine.Statement);
        }, iter: 50);

    [Fact]
    public void A_genuine_file_of_another_seal_is_not_of_the_expected_one()
    {
        using var expected = Samples.Seal();
        var own = Samples.SignedFile(Samples.Small);
        Assert.IsType<StatementVerification.Genuine>(SignedStatementFile.Verify(own, expected.PublicKey));
        var other = Assert.IsType<StatementVerification.AnotherSeal>(
            SignedStatementFile.Verify(Samples.SignedFile(Samples.Small, seed: 8), expected.PublicKey));
        Assert.Equal(expected.PublicKey, other.Expected);
        Assert.NotEqual(expected.PublicKey, other.Instead.Key);
    }

    [Fact]
    public void Every_rule_has_its_fault()
    {
        var edition = Samples.Small.Editions[0];
        Statement With(StatementEdition e) => Samples.Small with { Editions = [e] };
        (StatementFaultCode, Statement)[] broken =
        [
            (StatementFaultCode.BadParty, Samples.Small with { Party = " " }),
            (StatementFaultCode.BadRevision, Samples.Small with { Revision = 0 }),
            (StatementFaultCode.BadPlace, Samples.Small with { Place = "two\nlines" }),
            (StatementFaultCode.BadEditionCount, Samples.Small with { Editions = [] }),
            (StatementFaultCode.NoAuthenticEdition,
                With(edition with { Standing = EditionStanding.OfficialTranslation })),
            (StatementFaultCode.LanguageTwice, Samples.Small with { Editions = [edition, edition] }),
            (StatementFaultCode.BadLanguage, With(edition with { Language = "EN" })),
            (StatementFaultCode.BadLanguage, With(edition with { Language = "en\n" })),
            (StatementFaultCode.BadTitle, With(edition with { Title = "" })),
            (StatementFaultCode.BadTitle, With(edition with { Title = "over\u202eride" })),
            (StatementFaultCode.BadBodyLength, With(edition with { Body = "" })),
            (StatementFaultCode.BadBodyLength,
                With(edition with { Body = new string('x', StatementLimits.BodyBytesMax + 1) })),
            (StatementFaultCode.BadCharacter, With(edition with { Body = "a\tb" })),
            (StatementFaultCode.BadCharacter, With(edition with { Body = "a\r\nb" })),
            (StatementFaultCode.BadCharacter, With(edition with { Body = "a\u2066b" })),
            (StatementFaultCode.BadCharacter, With(edition with { Body = "half \ud83d" })),
            (StatementFaultCode.NotComposed, With(edition with { Body = "e\u0301" })),
            (StatementFaultCode.LooksLikeSeal, With(edition with { Body = "x\n%% SEAL 1" })),
            (StatementFaultCode.TooLong, With(edition with { Body = new string('\n', StatementLimits.LinesMax) })),
        ];
        Assert.Empty(StatementRules.FaultsOf(Samples.Small));
        foreach (var (code, statement) in broken)
            Assert.Contains(StatementRules.FaultsOf(statement), fault => fault.Code == code);
    }

    [Fact]
    public void The_longest_allowed_body_is_signed_and_one_changed_byte_of_it_named()
    {
        var body = new string('x', StatementLimits.BodyBytesMax);
        var file = Samples.SignedFile(
            Samples.Small with { Editions = [new("en", EditionStanding.Authentic, "Long", body)] });
        Assert.IsType<StatementVerification.Genuine>(SignedStatementFile.Verify(file));
        file[100_000] = (byte)'y';
        Assert.Equal(100_000, Assert.IsType<Finding.ByteChanged>(Assert.Single(Samples.FindingsOf(file))).Place.Offset);
    }

    [Fact]
    public void An_unsigned_file_is_refused_with_its_reason()
    {
        var file = UnsignedStatementFile.Write(Samples.Small);
        static StatementReadingRefusal Why(byte[] bytes) =>
            Assert.IsType<StatementReading.Refused>(UnsignedStatementFile.Read(bytes)).Why;
        Assert.Equal(StatementReadingRefusal.Unrelated, Why([]));
        Assert.Equal(StatementReadingRefusal.SignedAlready, Why(Samples.SignedFile(Samples.Small)));
        Assert.Equal(StatementReadingRefusal.OtherVersion,
            Why(Encoding.UTF8.GetBytes("COULISSE UNSIGNED STATEMENT 2\n")));
        Assert.Equal(StatementReadingRefusal.TooLarge, Why(new byte[StatementLimits.FileBytesMax + 1]));
        for (var at = 40; at < file.Length; at++)
        {
            var altered = (byte[])file.Clone();
            altered[at] ^= 1;
            Assert.Equal(StatementReadingRefusal.Damaged, Why(altered));
            Assert.Equal(StatementReadingRefusal.Damaged, Why(file[..at]));
        }
        Assert.Equal(NotAStatementReason.NotSigned,
            Assert.IsType<StatementVerification.NotAStatement>(SignedStatementFile.Verify(file)).Reason);
    }

    [Fact]
    public void A_party_cannot_sign_for_another()
    {
        using var folder = new TemporaryFolder();
        using var seal = Samples.Seal("Sorvane");
        SealChainFile.Create(folder.File("a.chain"), seal);
        using var chain = Samples.Opened(folder.File("a.chain"), seal);
        Assert.Throws<ArgumentException>(() => SignedStatementFile.Sign(Samples.Small, seal, chain, Samples.Instant));
        Assert.Empty(chain.Entries);
    }

    [Fact]
    public void A_withdrawal_names_its_statement_and_its_altered_byte()
    {
        using var folder = new TemporaryFolder();
        using var seal = Samples.Seal();
        SealChainFile.Create(folder.File("a.chain"), seal);
        using var chain = Samples.Opened(folder.File("a.chain"), seal);
        var statement = SignedStatementFile.Sign(Samples.Small, seal, chain, Samples.Instant);
        var signed = Assert.IsType<StatementVerification.Genuine>(SignedStatementFile.Verify(statement));
        var file = WithdrawalFile.Sign(signed, "Overtaken by events.", seal, chain, Samples.Instant);
        Assert.Equal(file,
            WithdrawalFile.Sign(signed, "Overtaken by events.", seal, chain, Samples.Instant.AddDays(1)));

        var genuine = Assert.IsType<WithdrawalVerification.Genuine>(WithdrawalFile.Verify(file));
        Assert.Equal(new Withdrawal("Aldermark", Samples.Small.Id, 1, signed.Entry.Hash(), "Overtaken by events."),
            genuine.Withdrawal);
        Assert.Equal(2ul, genuine.Entry.Content.Number);
        Assert.Equal(NotAStatementReason.OtherKind,
            Assert.IsType<StatementVerification.NotAStatement>(SignedStatementFile.Verify(file)).Reason);
        Assert.Equal(NotAStatementReason.OtherKind,
            Assert.IsType<WithdrawalVerification.NotAWithdrawal>(WithdrawalFile.Verify(statement)).Reason);
        var at = file.AsSpan().IndexOf("events"u8);
        file[at] = (byte)'E';
        Assert.Equal(at,
            Assert.IsType<Finding.ByteChanged>(
            Assert.Single(Assert.IsType<WithdrawalVerification.Altered>(WithdrawalFile.Verify(file)).Findings))
            .Place.Offset);
    }
}
