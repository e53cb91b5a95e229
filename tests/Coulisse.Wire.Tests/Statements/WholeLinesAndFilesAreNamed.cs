using System.Security.Cryptography;
using System.Text;
using Coulisse.Wire.Statements;
using CsCheck;

namespace Coulisse.Wire.Tests.Statements;

public sealed class WholeLinesAndFilesAreNamed
{
    private static readonly byte[] Small = Samples.SignedFile(Samples.Small);
    private static readonly byte[] Large = Samples.SignedFile(Samples.Large);

    [Fact]
    public void A_line_put_in_is_named()
    {
        var finding =
            Assert.IsType<Finding.LineInserted>(
            Assert.Single(Samples.FindingsOf(Lines(lines => lines.Insert(11, "We never said this.")))));
        Assert.Equal(12, finding.Line);
    }

    [Fact]
    public void A_line_taken_out_is_named()
    {
        var finding =
            Assert.IsType<Finding.LineMissing>(Assert.Single(Samples.FindingsOf(Lines(lines => lines.RemoveAt(13)))));
        Assert.Equal((14, 14), (finding.BeforeLine, finding.SignedLine));
    }

    [Fact]
    public void A_line_standing_twice_is_named()
    {
        var finding =
            Assert.IsType<Finding.LineRepeated>(
            Assert.Single(Samples.FindingsOf(Lines(lines => lines.Insert(15, lines[11])))));
        Assert.Equal((16, 12), (finding.Line, finding.SignedLine));
    }

    [Fact]
    public void A_moved_line_is_named_with_where_it_was_signed()
    {
        var findings = Samples.FindingsOf(Lines(lines =>
        {
            var line = lines[11];
            lines.RemoveAt(11);
            lines.Insert(20, line);
        }));
        var moved = Assert.IsType<Finding.LineMoved>(Assert.Single(findings));
        Assert.Equal((21, 12), (moved.Line, moved.SignedLine));
    }

    [Fact]
    public void A_line_of_the_seal_taken_out_repeated_or_moved_is_named()
    {
        var index = Encoding.UTF8.GetString(Small).Split('\n').ToList()
            .FindIndex(line => line.StartsWith("%% piece 5 ", StringComparison.Ordinal));
        Assert.IsType<Finding.SealLineDamaged>(
            Assert.Single(Samples.FindingsOf(Lines(lines => lines.RemoveAt(index)))));
        var repeated =
            Assert.IsType<Finding.SealLineDamaged>(
            Assert.Single(Samples.FindingsOf(Lines(lines => lines.Insert(index, lines[index])))));
        Assert.Equal(index + 2, repeated.Line);
        Assert.All(Samples.FindingsOf(Lines(lines => lines.Reverse(index, 2))), finding =>
            Assert.IsType<Finding.SealLineDamaged>(finding));
    }

    /// <summary>Wherever a second end stands, lines come behind it, and no line has a rank behind the last.</summary>
    [Fact]
    public void A_line_of_the_seal_behind_an_end_is_named()
    {
        var lines = Encoding.UTF8.GetString(Small).Split('\n').ToList();
        var (marker, end) = (IndexOf("%% SEAL "), IndexOf("%% END "));
        for (var at = marker + 1; at < end; at++)
        {
            var findings = Samples.FindingsOf(Lines(changed => changed.Insert(at, lines[end])));
            Assert.Contains(at + 2, findings.Select(finding =>
                Assert.IsType<Finding.SealLineDamaged>(finding).Line));
        }

        int IndexOf(string start) => lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal));
    }

    [Fact]
    public void Line_ends_of_another_system_are_named_as_the_one_change()
    {
        var text = Encoding.UTF8.GetString(Small);
        var converted = Assert.IsType<Finding.LineEndsConverted>(Assert.Single(Samples.FindingsOf(
            Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)))));
        Assert.Equal(text.Count(c => c == '\n'), converted.Count);
        Assert.IsType<Finding.LineEndsConverted>(Assert.Single(Samples.FindingsOf(
            Encoding.UTF8.GetBytes(text.Replace('\n', '\r')))));
    }

    [Fact]
    public void A_byte_changed_in_a_file_with_a_mark_and_other_line_ends_is_named_where_it_is()
    {
        byte[] altered = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Small)
            .Replace("\n", "\r\n", StringComparison.Ordinal).Replace("keep", "kxep", StringComparison.Ordinal))];
        var findings = Samples.FindingsOf(altered);
        Assert.Equal([typeof(Finding.ByteOrderMark), typeof(Finding.LineEndsConverted), typeof(Finding.ByteChanged)],
            findings.Select(f => f.GetType()));
        Assert.Equal(new FilePlace(12, 5, altered.AsSpan().IndexOf("kxep"u8) + 1), ((Finding.ByteChanged)findings[2])
            .Place);
    }

    [Fact]
    public void A_byte_order_mark_and_bytes_after_the_end_are_named()
    {
        Assert.IsType<Finding.ByteOrderMark>(Assert.Single(Samples.FindingsOf([0xEF, 0xBB, 0xBF, .. Small])));
        var trailing =
            Assert.IsType<Finding.TrailingBytes>(Assert.Single(Samples.FindingsOf([.. Small, .. "P.S. and more\n"u8])));
        Assert.Equal((Small.Length, 14L), (trailing.Offset, trailing.Length));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_never_genuine_and_is_said_to_end_early()
    {
        for (var length = 0; length < Small.Length - 1; length++)
        {
            var verification = SignedStatementFile.Verify(Small.AsSpan(0, length));
            if (length < "COULISSE STATEMENT ".Length)
                Assert.IsType<StatementVerification.NotAStatement>(verification);
            else if (Assert.IsType<StatementVerification.Altered>(verification).Findings is [Finding.Truncated cut])
                Assert.Equal(length, cut.Offset);
            else
                Assert.True(length > Small.AsSpan().IndexOf("%% SEAL"u8), $"length {length}");
        }
    }

    [Fact]
    public void A_rewritten_seal_with_right_checks_does_not_fit_its_signature()
    {
        var other = Samples.SignedFile(Samples.Small with { Revision = 2 });
        // The text and table of one file under the signature line of another.
        var line = Encoding.UTF8.GetString(other).Split('\n')
            .Single(l => l.StartsWith("%% signature", StringComparison.Ordinal));
        var spliced =
            Lines(lines => lines[lines.FindIndex(l => l.StartsWith("%% signature", StringComparison.Ordinal))] = line);
        Assert.IsType<Finding.SignatureDoesNotFit>(Assert.Single(Samples.FindingsOf(spliced)));
    }

    /// <summary>
    /// The forger's best try without the key: a new word, its line of the table made anew, the check too.
    /// </summary>
    [Fact]
    public void A_word_changed_together_with_its_line_of_the_table_is_not_genuine()
    {
        const string said = "We keep the line open.", forged = "We shut the line open.";
        var (old, put) = (Hash(said + '\n'), Hash(forged + '\n'));
        var file = Lines(lines =>
        {
            lines[lines.IndexOf(said)] = forged;
            var at = lines.FindIndex(line => line.Contains(old, StringComparison.Ordinal));
            var content = lines[at][..^9].Replace(old, put, StringComparison.Ordinal);
            lines[at] = $"{content} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..8]}";
        });
        Assert.IsType<Finding.SignatureDoesNotFit>(Assert.Single(Samples.FindingsOf(file)));

        static string Hash(string line) =>
            Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(line))).TrimEnd('=');
    }

    [Fact]
    public void Random_bytes_and_random_splices_of_files_never_throw_and_are_never_genuine()
    {
        Gen.Byte.Array[0, 400].Sample(bytes =>
            SignedStatementFile.Verify(bytes) is not StatementVerification.Genuine, iter: 2_000);
        Gen.Select(Gen.Int[0, Large.Length], Gen.Int[0, Large.Length], Gen.Byte.Array[0, 6])
            .Sample((from, to, between) =>
            {
                byte[] spliced = [.. Large[..from], .. between, .. Large[to..]];
                return spliced.SequenceEqual(Large)
                    || SignedStatementFile.Verify(spliced) is not StatementVerification.Genuine;
            }, iter: 150);
    }

    [Fact]
    public void A_file_changed_everywhere_still_takes_no_longer_than_seconds_and_names_at_most_fifty()
    {
        var altered = (byte[])Large.Clone();
        for (var at = 0; at < altered.AsSpan().IndexOf("%% SEAL"u8) - 1; at += 2)
            altered[at] = altered[at] == '\n' ? (byte)'\n' : (byte)'#';
        var clock = TimeProvider.System.GetTimestamp();
        Assert.InRange(Samples.FindingsOf(altered).Length, 1, 51);
        Assert.InRange(TimeProvider.System.GetElapsedTime(clock).TotalSeconds, 0, 10);
    }

    private static byte[] Lines(Action<List<string>> change)
    {
        var lines = Encoding.UTF8.GetString(Small).Split('\n').ToList();
        change(lines);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}
