using System.Security.Cryptography;
using System.Text;
using Coulisse.Wire.Records;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Tests.Records;

public sealed class AnyChangedByteOfARecordIsNamed
{
    private static readonly byte[] File = Make();
    private static readonly int Text = File.AsSpan().IndexOf("Part: 1 of "u8);

    private static byte[] Make()
    {
        using var sample = new RecordInATest();
        return sample.File;
    }

    [Fact]
    [Trait("Row", "7 whole")]
    public void Cut_at_every_byte_the_first_part_that_is_missing_is_named()
    {
        var ends = PartEnds();
        for (var length = 1; length < File.Length; length++)
        {
            var first = length < Text ? 1 : ends.TakeWhile(end => end <= length).Count() + 1;
            var missing = RecordInATest.FindingsOf(File[..length]).OfType<RecordFinding.PartMissing>().ToArray();
            Assert.True(missing is [{ Part: var part, Offset: var at }] && (part, at) == (first, length),
                $"cut at {length}: part {first} is missing, and {string.Join("; ", (object[])missing)} was said");
            Assert.Equal(length >= Text, missing[0].IsGenuine);
            Assert.Equal(length >= Text ? ends.Count : null, missing[0].Parts);
        }
    }

    [Fact]
    public void Each_byte_changed_to_another_is_named_at_its_offset_with_its_part_and_field()
    {
        for (var offset = 0; offset < File.Length; offset += offset < Text ? 7 : 1)
            AssertNamed(offset, (byte)(File[offset] ^ (1 << (offset % 8))));
        for (var offset = Text - 40; offset < Text + 40; offset++)
            AssertNamed(offset, File[offset] == '\n' ? (byte)'~' : (byte)'\n');
    }

    [Fact]
    public void A_byte_put_in_or_taken_out_anywhere_is_named()
    {
        for (var offset = 0; offset < File.Length; offset += Math.Abs(offset - Text) < 40 ? 1 : 23)
        {
            byte value = offset % 2 == 0 ? (byte)'\n' : (byte)'q';
            byte[] more = [.. File[..offset], value, .. File[offset..]];
            var inserted = Assert.IsType<Finding.ByteInserted>(Only(more, offset).What);
            var place = (int)inserted.Place.Offset;
            Assert.Equal(File, (byte[])[.. more[..place], .. more[(place + 1)..]]);
            byte[] less = [.. File[..offset], .. File[(offset + 1)..]];
            var missing = Assert.IsType<Finding.ByteMissing>(Only(less, offset).What);
            var at = (int)missing.Place.Offset;
            Assert.Equal(File, (byte[])[.. less[..at], missing.AsSigned, .. less[at..]]);
        }
    }

    [Fact]
    public void The_sentence_says_which_part_which_field_and_which_byte()
    {
        var offset = File.AsSpan().IndexOf("opens"u8);
        var altered = (byte[])File.Clone();
        altered[offset] = (byte)'O';
        var sentence = Assert.Single(RecordInATest.FindingsOf(altered)).ToString();
        Assert.StartsWith("part 2, words: line ", sentence, StringComparison.Ordinal);
        Assert.EndsWith($"(offset {offset} in the file): found 'O' (0x4f), signed 'o' (0x6f)", sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_taken_out_or_moved_is_named_by_its_number()
    {
        var parts = Parts();
        byte[] without = [.. File[..Text], .. parts[0], .. parts[1], .. parts[3]];
        Assert.Contains(RecordInATest.FindingsOf(without), one => one is RecordFinding.Differs
        { Part: 3, What: Finding.LineMissing });
        byte[] moved = [.. File[..Text], .. parts[0], .. parts[2], .. parts[1], .. parts[3]];
        Assert.Contains(RecordInATest.FindingsOf(moved), one => one is RecordFinding.Differs
        { What: Finding.LineMoved });
    }

    [Fact]
    public void What_a_mail_program_does_to_a_file_is_named_as_that()
    {
        var crlf = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(File).Replace("\n", "\r\n",
            StringComparison.Ordinal));
        Assert.IsType<Finding.LineEndsConverted>(Only(crlf, 0).What);
        Assert.IsType<Finding.ByteOrderMark>(Only([0xEF, 0xBB, 0xBF, .. File], 0).What);
        Assert.All(RecordInATest.FindingsOf([.. File, .. "-- \nsent from afar\n"u8]), one => Assert.True(one
            is RecordFinding.Differs { What: Finding.LineInserted { Offset: var at } } && at >= File.Length));
    }

    [Fact]
    public void A_second_signature_taken_away_with_its_lines_is_no_damage_and_not_countersigned()
    {
        var text = Encoding.UTF8.GetString(File);
        var from = text.IndexOf("%% second-", StringComparison.Ordinal);
        var to = text.IndexOf("%% END", StringComparison.Ordinal);
        var record = Assert.IsType<RecordVerification.Genuine>(
            RecordFile.Verify(Encoding.UTF8.GetBytes(text[..from] + text[to..]))).Record;
        Assert.False(record.IsCountersigned);
    }

    [Fact]
    public void Anything_else_is_no_record()
    {
        Assert.Equal(NotARecordReason.Unrelated, Reason("A letter from home."u8.ToArray()));
        var words = "%% RECORD 2"u8.ToArray();
        var check = Convert.ToHexStringLower(SHA256.HashData(words))[..8];
        Assert.Equal(NotARecordReason.OtherVersion,
            Reason([.. words, .. Encoding.ASCII.GetBytes($" {check}\n"), .. File]));
        Assert.Equal(NotARecordReason.TooLarge, Reason(new byte[RecordLimits.FileBytesMax + 1]));
    }

    private static NotARecordReason Reason(byte[] file) =>
        Assert.IsType<RecordVerification.NotARecord>(RecordFile.Verify(file)).Reason;

    private static RecordFinding.Differs Only(byte[] altered, int offset)
    {
        var findings = RecordInATest.FindingsOf(altered).OfType<RecordFinding.Differs>().ToArray();
        Assert.True(findings.Length == 1, $"offset {offset}: {string.Join("; ", (object[])findings)}");
        return findings[0];
    }

    private static void AssertNamed(int offset, byte value)
    {
        var altered = (byte[])File.Clone();
        altered[offset] = value;
        var finding = Only(altered, offset);
        var changed = Assert.IsType<Finding.ByteChanged>(finding.What);
        Assert.True((offset, value, File[offset]) == ((int)changed.Place.Offset, changed.Found, changed.AsSigned),
            $"offset {offset} to 0x{value:x2}: {changed}");
        Assert.True(finding.Part == (offset < Text ? null : PartEnds().TakeWhile(end => end <= offset).Count() + 1),
            $"offset {offset}: part {finding.Part}");
    }

    // By the headings, so that the table of the file itself is not what it is tested with.
    private static List<int> PartEnds()
    {
        var ends = new List<int>();
        for (var at = Text + 1; File.AsSpan(at).IndexOf("\nPart: "u8) is >= 0 and var next; at += next + 1)
            ends.Add(at + next + 1);
        return [.. ends, File.Length];
    }

    private static byte[][] Parts()
    {
        var ends = PartEnds();
        return [.. ends.Select((end, index) => File[(index == 0 ? Text : ends[index - 1])..end])];
    }
}
