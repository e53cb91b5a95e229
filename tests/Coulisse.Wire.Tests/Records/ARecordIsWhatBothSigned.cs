using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Records;

namespace Coulisse.Wire.Tests.Records;

public sealed class ARecordIsWhatBothSigned : IDisposable
{
    private readonly RecordInATest sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void A_record_is_read_as_it_was_written_with_both_who_signed()
    {
        var record = Assert.IsType<RecordVerification.Genuine>(RecordFile.Verify(sample.File)).Record;
        Assert.Equal(sample.Parts.AsEnumerable(), record.Parts);
        Assert.True(record.IsCountersigned);
        Assert.Equal((sample.Room, "Aldermark", "Sorvane"),
            (record.Terms.Room, record.Terms.Parties.A, record.Terms.Parties.B));
        Assert.Equal(["Aldermark", "Sorvane"], record.Signatures.Select(one => one.Accreditation.By.Party));
        Assert.Equal([RecordInATest.Instant, RecordInATest.Instant.AddHours(3)],
            record.Signatures.Select(one => one.SignedAt));
    }

    [Fact]
    public void One_signature_alone_is_no_countersigned_record()
    {
        var file = RecordFile.Write(sample.Room, sample.Parties, sample.Parts, sample.Proposed);
        Assert.False(Assert.IsType<RecordVerification.Genuine>(RecordFile.Verify(file)).Record.IsCountersigned);
    }

    [Fact]
    public void Characters_that_turn_or_hide_are_seen_and_no_words_pass_for_a_line_of_the_record()
    {
        var text = Encoding.UTF8.GetString(sample.File);
        Assert.Contains("| back\\\\slash\\u{202e} | %% END\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", text, StringComparison.Ordinal);
        Assert.Equal(sample.Parts.Length, text.Split("\nPart: ").Length - 1 + (text.StartsWith("Part: ",
            StringComparison.Ordinal) ? 1 : 0));
    }

    [Fact]
    public void A_signature_is_of_one_place_one_text_one_room_and_two_parties()
    {
        var (terms, proposed, countersigned) = (sample.Terms, sample.Proposed, sample.Countersigned);
        Assert.True(proposed.IsOver(terms, null));
        Assert.True(countersigned.IsOver(terms, proposed));
        Assert.False(proposed.IsOver(terms, countersigned));
        Assert.False(countersigned.IsOver(terms, null));
        Assert.False(countersigned.IsOver(terms, proposed with { SignedAt = proposed.SignedAt.AddSeconds(1) }));
        Assert.False(proposed.IsOver(terms with { Room = new(Opaque.Zeros(16)) }, null));
        Assert.False(proposed.IsOver(terms with { Body = Opaque.Zeros(32) }, null));
        Assert.False(proposed.IsOver(terms with { Parties = LineParties.Of("Aldermark", "Tessaly") }, null));
        Assert.False(proposed.IsOver(terms with { Parties = LineParties.Of("Sorvane", "Tessaly") }, null));
        Assert.False((proposed with { Head = ChainHead.None }).IsOver(terms, null));
        Assert.False((proposed with { SignedAt = proposed.SignedAt.AddSeconds(-1) }).IsOver(terms, null));
        Assert.False((proposed with { Accreditation = sample.Second }).IsOver(terms, null));
        // Nobody countersigns their own party's.
        var own = RecordSignature.Sign(terms, proposed, sample.First, sample.A.DeskKey, ChainHead.None,
            RecordInATest.Instant);
        Assert.False(own.IsOver(terms, proposed));
    }

    [Fact]
    public void Only_the_key_that_the_accreditation_names_signs() => Assert.Throws<ArgumentException>(() =>
        RecordSignature.Sign(sample.Terms, null, sample.First, sample.B.DeskKey, ChainHead.None,
            RecordInATest.Instant));

    [Fact]
    public void A_signature_is_read_as_it_is_written()
    {
        var again = WireValue.Decode<RecordSignature>(WireValue.Encode(sample.Proposed).Span);
        Assert.Equal(sample.Proposed, again);
        Assert.True(again.IsOver(sample.Terms, null));
    }

    [Fact]
    public void What_breaks_a_rule_is_not_written()
    {
        RecordPart subject = sample.Parts[0], message = sample.Parts[1];
        Assert.Null(Terms([subject]));
        Assert.Null(Terms([message, subject]));
        Assert.Null(Terms([subject, message, new RecordPart.Minutes([new("en", "x")])]));
        Assert.NotNull(Terms([subject, new RecordPart.Minutes([new("en", "x")]), message]));
        Assert.Null(Terms([subject, new RecordPart.Minutes([new("-", "x")])]));
        Assert.Null(Terms([subject, new RecordPart.Minutes([new("en", "\ud800")])]));
        Assert.Null(Terms([subject, new RecordPart.Minutes([new("en", new string('x', RecordLimits.TextBytesMax))])]));
        Assert.Null(Terms([subject, .. Enumerable.Repeat(message, RecordLimits.PartsMax)]));
    }

    [Fact]
    public void What_speaks_against_a_signature_is_told_from_its_own_time_and_the_recalls_at_hand()
    {
        var recall = sample.A.Sign(Recall.Of(sample.First, "The desk was lost."));
        var before = sample.Proposed with { SignedAt = RecordInATest.Instant.AddHours(-1) };
        Assert.Equal(RecordDoubt.None, SignedRecord.DoubtOf(sample.Proposed, []));
        Assert.Equal(RecordDoubt.None, SignedRecord.DoubtOf(sample.Countersigned, [recall]));
        Assert.Equal(RecordDoubt.RecalledLater, SignedRecord.DoubtOf(before, [recall]));
        Assert.Equal(RecordDoubt.Recalled, SignedRecord.DoubtOf(sample.Proposed, [recall]));
        // By the signer's own word of how far the chain had come, whatever the clocks say.
        Assert.Equal(RecordDoubt.Recalled,
            SignedRecord.DoubtOf(before with { Head = ChainHead.After(recall.Entry) }, [recall]));
        Assert.Equal(RecordDoubt.Expired, SignedRecord.DoubtOf(
            sample.Proposed with { SignedAt = sample.First.Content.NotAfter }, []));
        Assert.Equal(RecordDoubt.NotYet, SignedRecord.DoubtOf(
            sample.Proposed with { SignedAt = sample.First.Content.NotBefore.AddSeconds(-1) }, []));
    }

    private RecordTerms? Terms(RecordPart[] parts) => RecordTerms.Of(sample.Room, sample.Parties, parts);
}
