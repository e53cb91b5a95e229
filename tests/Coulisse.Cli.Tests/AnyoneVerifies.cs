using System.Text.Json;

namespace Coulisse.Cli.Tests;

[Collection("programs")] // One at a time: a program just written is busy while another test forks.
public sealed class AnyoneVerifies : IDisposable
{
    private readonly Desk desk = new();

    public AnyoneVerifies() => Assert.Equal(0, desk.Sign().Code);

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_genuine_file_exits_0_with_party_title_and_fingerprint()
    {
        var ended = desk.Run("verify", "draft.signed.txt");
        Assert.Equal(0, ended.Code);
        Assert.Contains("Party: Aldermark", ended.Output, StringComparison.Ordinal);
        Assert.Contains("The line stays open (authentic)", ended.Output, StringComparison.Ordinal);
        Assert.Contains(Fingerprint(), ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_expected_seal_is_given_by_file_or_by_digits_of_any_script()
    {
        Assert.Equal(0, desk.Run("verify", "draft.signed.txt", "--seal", "a.pub").Code);
        Assert.Equal(0, desk.Run("verify", "draft.signed.txt", "--seal", Fingerprint()).Code);
        var arabic = string.Concat(Fingerprint().Select(c => char.IsAsciiDigit(c) ? (char)('\u0660' + c - '0') : c));
        Assert.Equal(0, desk.Run("verify", "draft.signed.txt", "--seal", arabic).Code);
        var other = (Fingerprint()[0] == '1' ? '2' : '1') + Fingerprint()[1..];
        var ended = desk.Run("verify", "draft.signed.txt", "--seal", other);
        Assert.Equal(3, ended.Code);
        Assert.StartsWith("Another seal", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void More_seals_than_can_have_signed_are_refused()
    {
        var ended = desk.Run("verify", "draft.signed.txt", "--seal", "a.pub", "--seal", "a.pub");
        Assert.Equal(64, ended.Code);
        Assert.Contains("give --seal once", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_altered_byte_exits_1_and_is_named()
    {
        var file = desk.Read("draft.signed.txt");
        var at = file.AsSpan().IndexOf("keep"u8);
        file[at] = (byte)'K';
        desk.Write("altered.txt", file);
        var ended = desk.Run("verify", "altered.txt");
        Assert.Equal(1, ended.Code);
        Assert.Contains($"(offset {at} in the file): found 'K' (0x4b), signed 'k' (0x6b)", ended.Output,
            StringComparison.Ordinal);

        using var json = JsonDocument.Parse(desk.Run("verify", "altered.txt", "--json").Output);
        Assert.Equal("altered", json.RootElement.GetProperty("result").GetString());
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal((at, 'K', 'k'),
            (finding.GetProperty("offset").GetInt32(), (char)finding.GetProperty("found").GetInt32(),
            (char)finding.GetProperty("signed").GetInt32()));
    }

    [Fact]
    public void A_truncated_file_exits_1_and_says_where_it_ends()
    {
        desk.Write("cut.txt", desk.Read("draft.signed.txt")[..300]);
        var ended = desk.Run("verify", "cut.txt");
        Assert.Equal(1, ended.Code);
        Assert.Contains("(offset 300)", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.txt", "does not exist")]
    [InlineData(".", "is a folder")]
    [InlineData("words", "no signed statement")]
    [InlineData("draft.txt", "nobody has signed")]
    [InlineData("empty", "is empty")]
    [InlineData("huge", "larger than")]
    [InlineData("next", "another version")]
    public void Whatever_is_no_statement_exits_2_with_one_sentence(string name, string words)
    {
        desk.Write("empty", []);
        desk.Write("huge", new byte[9 * 1024 * 1024]);
        var check = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("%% SEAL 2"u8))[..8];
        desk.Write("next", System.Text.Encoding.UTF8.GetBytes($"COULISSE STATEMENT 2\n%% SEAL 2 {check}\n"));
        var ended = desk.Run("verify", name);
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_file_that_may_not_be_read_exits_2()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may read every file");
        File.SetUnixFileMode(desk.File("draft.signed.txt"), UnixFileMode.None);
        var ended = desk.Run("verify", "draft.signed.txt");
        Assert.Equal(2, ended.Code);
        Assert.Contains("may not be read", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seal", "verify it")]
    [InlineData("a.seal", "no seal's public file")]
    public void An_expected_seal_that_is_none_is_a_mistake_of_usage(string seal, string words)
    {
        var ended = desk.Run("verify", "draft.signed.txt", "--seal", seal);
        Assert.Equal(64, ended.Code);
        Assert.Contains(seal == "seal" ? "neither 40 digits nor a file" : words, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_control_characters_cannot_steer_the_terminal() =>
        Assert.DoesNotContain("\u001b", desk.Run("verify", "no\u001b[31mfile").All, StringComparison.Ordinal);

    private string Fingerprint() =>
        System.Text.Encoding.UTF8.GetString(desk.Read("a.pub")).Split('\n')[3]["Fingerprint: ".Length..];
}
