using System.Text;

namespace Coulisse.Cli.Tests;

[Collection("programs")] // One at a time: a program just written is busy while another test forks.
public sealed class TheKeeperOfTheSealSigns : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_new_seal_is_made_signs_and_is_never_made_over()
    {
        var made = desk.Run("seal", "new", "b", "--party", "Aldermark", "--passphrase-file", "words");
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(desk.File("b.seal")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(desk.File("b.chain")));
        var key = desk.Read("b.seal");

        Refused(5, "exists already",
            desk.Run("seal", "new", "b", "--party", "Aldermark", "--passphrase-file", "words"));
        Assert.Equal(key, desk.Read("b.seal"));
        Assert.Equal(0, desk.Run("statement", "sign", "draft.txt", "--seal", "b.seal", "--passphrase-file", "words")
            .Code);
        Assert.Equal(0, desk.Run("verify", "draft.signed.txt", "--seal", "b.pub").Code);
    }

    [Fact]
    public void A_short_passphrase_makes_no_seal()
    {
        desk.Write("short", "eleven char"u8.ToArray());
        File.SetUnixFileMode(desk.File("short"), UnixFileMode.UserRead);
        Refused(64, "at least 12", desk.Run("seal", "new", "b", "--party", "Aldermark", "--passphrase-file", "short"));
        Assert.False(File.Exists(desk.File("b.seal")));
    }

    [Fact]
    public void Signing_again_gives_the_same_file_even_when_the_first_was_lost()
    {
        Assert.Equal(0, desk.Sign().Code);
        var signed = desk.Read("draft.signed.txt");
        Assert.Equal(0, desk.Sign().Code);
        File.Delete(desk.File("draft.signed.txt"));
        Assert.Equal(0, desk.Sign().Code);
        Assert.Equal(signed, desk.Read("draft.signed.txt"));
        Assert.Contains("1 entries", desk.Run("seal", "show", "a.seal").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_exists_is_kept_and_nothing_is_signed()
    {
        desk.Write("out.txt", "a letter"u8.ToArray());
        Refused(5, "exists already",
            desk.Run("statement", "sign", "draft.txt", "--seal", "a.seal", "--out", "out.txt", "--passphrase-file",
            "words"));
        Assert.Equal("a letter"u8.ToArray(), desk.Read("out.txt"));
        Assert.Contains("0 entries", desk.Run("seal", "show", "a.seal").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawal_is_signed_and_verified()
    {
        desk.Sign();
        Assert.Equal(0,
            desk.Run("statement", "withdraw", "draft.signed.txt", "--seal", "a.seal", "--reason",
            "Overtaken by events.", "--passphrase-file", "words").Code);
        var verified = desk.Run("verify", "draft.signed.withdrawn.txt", "--seal", "a.pub");
        Assert.Equal(0, verified.Code);
        Assert.Contains("Overtaken by events.", verified.Output, StringComparison.Ordinal);
        Refused(2, "no genuine statement",
            desk.Run("statement", "withdraw", "draft.txt", "--seal", "a.seal", "--reason", "x", "--passphrase-file",
            "words"));
    }

    [Fact]
    public void A_wrong_passphrase_and_a_damaged_key_file_are_told_apart()
    {
        desk.Write("words", "another passphrase\n"u8.ToArray());
        Refused(4, "the file itself is whole", desk.Sign());
        var key = desk.Read("a.seal");
        key[60] ^= 1;
        desk.Write("a.seal", key);
        Refused(4, "damaged", desk.Sign());
        desk.Write("a.seal", desk.Read("a.pub"));
        Refused(2, "not a seal's key file", desk.Sign());
        key[60] ^= 1;
        key[17] = 2;
        desk.Write("a.seal", key);
        Refused(2, "another version", desk.Sign());
    }

    [Fact]
    public void A_passphrase_file_that_others_can_read_is_refused()
    {
        File.SetUnixFileMode(desk.File("words"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Refused(2, "chmod 600", desk.Sign());
        Refused(2, "cannot be read",
            desk.Run("statement", "sign", "draft.txt", "--seal", "a.seal", "--passphrase-file", "none"));
    }

    [Fact]
    public void Without_a_terminal_and_without_a_file_the_way_out_is_named() =>
        Refused(64, "--passphrase-file", desk.Run("statement", "sign", "draft.txt", "--seal", "a.seal"));

    [Fact]
    public void A_passphrase_comes_by_descriptor_too()
    {
        var shell = CoulisseProgram.Run("/bin/sh", desk.Folder,
            ["-c", $"exec '{CoulisseProgram.Path}' statement sign draft.txt --seal a.seal --passphrase-fd 3 3<words"]);
        Assert.Equal((0, ""), (shell.Code, shell.Error));
        Refused(2, "descriptor 77",
            desk.Run("statement", "sign", "draft.txt", "--seal", "a.seal", "--passphrase-fd", "77", "--out", "x"));
    }

    [Fact]
    public void There_is_no_way_to_give_a_passphrase_as_an_argument_or_in_the_environment()
    {
        Refused(64, "--passphrase",
            desk.Run("statement", "sign", "draft.txt", "--seal", "a.seal", "--passphrase", "x"));
        var help = desk.Run("statement", "sign", "--help").Output;
        Assert.DoesNotContain("--passphrase ", help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_torn_or_foreign_chain_stops_the_signing_and_mending_keeps_the_bytes()
    {
        desk.Sign();
        var chain = desk.Read("a.chain");
        desk.Write("a.chain", chain[..^9]);
        File.Delete(desk.File("draft.signed.txt"));
        Refused(4, "coulisse seal mend a.seal", desk.Sign());
        Assert.Equal(0, desk.Run("seal", "mend", "a.seal").Code);
        Assert.Single(Directory.GetFiles(desk.Folder, "a.chain.torn-*"));
        Assert.Equal(0, desk.Sign().Code);
        File.Delete(desk.File("a.chain"));
        Refused(4, "never start a second chain",
            desk.Run("statement", "sign", "draft.txt", "--seal", "a.seal", "--out", "y", "--passphrase-file", "words"));
    }

    [Fact]
    public void The_passphrase_stands_in_no_output_and_no_file()
    {
        CoulisseProgram.Ended[] ended =
        [
            desk.Sign(),
            desk.Run("seal", "show", "a.seal"),
            desk.Run("statement", "withdraw", "draft.signed.txt", "--seal", "a.seal", "--reason", "Enough.",
                "--passphrase-file", "words"),
            desk.Run("verify", "draft.signed.txt", "--json"),
            desk.Run("verify", "words"),
            desk.Run("statement", "sign", "words", "--seal", "a.seal", "--passphrase-file", "words"),
        ];
        Assert.All(ended, run => Assert.DoesNotContain(Desk.Marked, run.All, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(desk.Folder)
            .Where(file => !file.EndsWith("words", StringComparison.Ordinal)))
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Desk.Marked)) < 0, file);
    }

    /// <summary>With a real terminal (util-linux's script): asked, not echoed, and typed wrongly refused.</summary>
    [Theory]
    [InlineData(Desk.Marked, 0)]
    [InlineData("typed-wrongly-4410", 4)]
    public void A_typed_passphrase_is_asked_for_and_not_shown(string typed, int code)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "util-linux's script is not installed");
        using var terminal = CoulisseProgram.Start("/usr/bin/script", desk.Folder,
            ["-qefc", $"'{CoulisseProgram.Path}' statement sign draft.txt --seal a.seal", "/dev/null"]);
        var seen = new StringBuilder();
        while (!seen.ToString().Contains("Passphrase of the seal: ", StringComparison.Ordinal))
        {
            var next = terminal.StandardOutput.Read();
            Assert.True(next >= 0, $"the terminal closed: {seen}");
            seen.Append((char)next);
        }
        terminal.StandardInput.Write(typed + "\r");
        terminal.StandardInput.Flush();
        seen.Append(terminal.StandardOutput.ReadToEnd());
        Assert.True(terminal.WaitForExit(60_000));
        Assert.Equal(code, terminal.ExitCode);
        Assert.DoesNotContain(typed, seen.ToString(), StringComparison.Ordinal);
    }

    private static void Refused(int code, string words, CoulisseProgram.Ended ended)
    {
        Assert.Equal(code, ended.Code);
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }
}
