using System.Text;
using System.Text.Json;

namespace Coulisse.Cli.Tests;

/// <summary>A record that both parties signed, checked by somebody who has the file and two public files.</summary>
[Collection("programs")]
public sealed class AnyoneVerifiesARecord : IDisposable
{
    private readonly Desk desk = new();

    public AnyoneVerifiesARecord()
    {
        foreach (var name in (string[])["record.txt", "aldermark.pub", "sorvane.pub", "adviser.recall"])
            desk.Write(name, Frozen(name));
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_countersigned_one_says_who_when_and_what()
    {
        var ended = desk.Run("verify", "record.txt", "--seal", "sorvane.pub", "--seal", "aldermark.pub");
        Assert.True(ended.Code == 0, ended.Error + ended.Output);
        Assert.StartsWith("Countersigned", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Proposed by: Aldermark: Security adviser", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Countersigned by: Sorvane: Secretary of the council", ended.Output,
            StringComparison.Ordinal);
        Assert.Contains("2031-05-04 12:30:00 UTC by the signer's clock", ended.Output, StringComparison.Ordinal);
        Assert.Contains("message 3, ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("The bridge opens on Sunday.", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_that_did_not_sign_exits_3()
    {
        Assert.Equal(0, desk.Sign().Code);
        var ended = desk.Run("verify", "record.txt", "--seal", "a.pub", "--seal", "aldermark.pub");
        Assert.Equal(3, ended.Code);
        Assert.Contains("NOT one you expect", ended.Output, StringComparison.Ordinal);
        Assert.Equal(3, desk.Run("verify", "record.txt", "--seal", "aldermark.pub", "--seal", "aldermark.pub").Code);
        Assert.Contains("compare it", desk.Run("verify", "record.txt", "--seal", "aldermark.pub").Output,
            StringComparison.Ordinal);
        Assert.Equal(64, desk.Run("verify", "record.txt", "--seal", "a.pub", "--seal", "aldermark.pub", "--seal",
            "sorvane.pub").Code);
    }

    [Fact]
    public void A_changed_byte_exits_1_with_part_field_and_offset()
    {
        var file = Frozen("record.txt");
        var at = file.AsSpan().IndexOf("Sunday"u8);
        file[at] = (byte)'M';
        desk.Write("altered.txt", file);
        var ended = desk.Run("verify", "altered.txt");
        Assert.Equal(1, ended.Code);
        Assert.Contains("part 2, words: ", ended.Output, StringComparison.Ordinal);
        Assert.Contains($"(offset {at} in the file): found 'M' (0x4d), signed 'S' (0x53)", ended.Output,
            StringComparison.Ordinal);
        using var json = JsonDocument.Parse(desk.Run("verify", "altered.txt", "--json").Output);
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal((2, "words", at), (finding.GetProperty("part").GetInt32(),
            finding.GetProperty("field").GetString(), finding.GetProperty("offset").GetInt32()));
    }

    [Fact]
    public void One_that_was_cut_short_exits_1_and_names_the_first_missing_part()
    {
        var file = Frozen("record.txt");
        desk.Write("cut.txt", file[..file.AsSpan().IndexOf("Part: 4 of 4"u8)]);
        var ended = desk.Run("verify", "cut.txt");
        Assert.Equal(1, ended.Code);
        Assert.Contains("part 4 of 4 is the first that is missing", ended.Output, StringComparison.Ordinal);
        Assert.Contains("every byte before that part is as it was signed", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_signature_alone_is_not_countersigned_and_exits_9()
    {
        var text = Encoding.UTF8.GetString(Frozen("record.txt"));
        var (from, to) = (text.IndexOf("%% second-", StringComparison.Ordinal),
            text.IndexOf("%% END", StringComparison.Ordinal));
        desk.Write("alone.txt", Encoding.UTF8.GetBytes(text[..from] + text[to..]));
        var ended = desk.Run("verify", "alone.txt", "--seal", "aldermark.pub", "--seal", "sorvane.pub");
        Assert.Equal(9, ended.Code);
        Assert.StartsWith("NOT COUNTERSIGNED", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_holds_a_recall_is_told_of_whose_signature_it_speaks_and_exits_9()
    {
        string[] seals = ["--seal", "aldermark.pub", "--seal", "sorvane.pub"];
        var ended = desk.Run(["verify", "record.txt", .. seals, "--recall", "adviser.recall"]);
        Assert.Equal(9, ended.Code);
        Assert.Contains("Security adviser", ended.Output, StringComparison.Ordinal);
        Assert.Contains("AFTER the accreditation was recalled by its party", ended.Output, StringComparison.Ordinal);
        Assert.Equal(0, desk.Run(["verify", "record.txt", .. seals]).Code);
        ended = desk.Run(["verify", "record.txt", .. seals, "--recall", "aldermark.pub"]);
        Assert.Equal(2, ended.Code);
        Assert.Contains("name the recall", ended.Error, StringComparison.Ordinal);
        Assert.Equal(0, desk.Sign().Code);
        ended = desk.Run("verify", "draft.signed.txt", "--recall", "adviser.recall");
        Assert.Equal(64, ended.Code);
        Assert.Contains("by no accreditation", ended.Error, StringComparison.Ordinal);
    }

    private static byte[] Frozen(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Coulisse.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("This is not built inside the repository.");
        return File.ReadAllBytes(Path.Combine(folder.FullName, "tests", "Coulisse.Wire.Tests", "corpus", "records",
            name));
    }
}
