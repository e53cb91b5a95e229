using System.Text;
using System.Text.Json;
using Coulisse.Wire.Accreditations;

namespace Coulisse.Cli.Tests;

[Collection("programs")] // One at a time: a program just written is busy while another test forks.
public sealed class AKeeperOfASealGivesCredence : IDisposable
{
    private readonly TwoParties parties = new();

    public void Dispose() => parties.Dispose();

    [Fact]
    public void From_requests_to_a_letter_and_what_the_folder_then_is()
    {
        parties.Request("station.request", SubjectKind.Station);
        parties.Request("adviser.request", SubjectKind.Desk);
        Done(parties.Sign("accredit", "station.request", "--office", "en=Station"));
        Done(Adviser());
        Done(parties.Sign("letter", "write", "--station", "station.accreditation", "--desk", "adviser.accreditation",
            "--out", "own.letter"));
        var read = parties.Run("letter", "read", "own.letter");
        Done(read);
        Assert.Contains("Duty desk: Security adviser", read.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ingerprint", read.Output, StringComparison.Ordinal); // Nobody may copy it from here.

        Done(parties.Sign("recall", "accreditation", "adviser.accreditation", "--reason", "The desk was lost."));
        using var json = JsonDocument.Parse(parties.Run("party", ".", "--json").Output);
        var words = json.RootElement.EnumerateArray().ToDictionary(one => one.GetProperty("file").GetString()!,
            one => one.GetProperty("words").GetString()!);
        Assert.Contains("4 entries", words["a.seal"], StringComparison.Ordinal);
        Assert.Contains("recalled", words["adviser.accreditation"], StringComparison.Ordinal);
        Assert.Contains("in force", words["station.accreditation"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_command_again_signs_nothing_new_and_gives_a_lost_file_again()
    {
        parties.Request("adviser.request", SubjectKind.Desk);
        Done(Adviser());
        var first = parties.Aldermark.Read("adviser.accreditation");
        Done(Adviser());
        File.Delete(parties.Aldermark.File("adviser.accreditation"));
        Done(Adviser());
        Assert.Equal(first, parties.Aldermark.Read("adviser.accreditation"));
        Assert.Contains("1 entries", parties.Run("seal", "show", "a.seal").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_is_never_replaced_and_then_nothing_is_signed()
    {
        parties.Request("adviser.request", SubjectKind.Desk);
        parties.Aldermark.Write("adviser.accreditation", "a letter"u8.ToArray());
        Refused(5, "exists already", Adviser());
        Assert.Equal("a letter"u8.ToArray(), parties.Aldermark.Read("adviser.accreditation"));
        Assert.Contains("0 entries", parties.Run("seal", "show", "a.seal").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_of_another_party_or_with_a_changed_byte_is_not_accredited()
    {
        parties.Request("adviser.request", SubjectKind.Desk, "Sorvane");
        Refused(64, "a party accredits only its own", Adviser());
        parties.Request("adviser.request", SubjectKind.Desk);
        var file = parties.Aldermark.Read("adviser.request");
        file[^20] ^= 1;
        parties.Aldermark.Write("adviser.request", file);
        Refused(1, "changed or cut", Adviser());
        parties.Aldermark.Write("adviser.request", "a letter"u8.ToArray());
        Refused(2, "no file of Coulisse's", Adviser());
    }

    [Theory]
    [InlineData("--office LANGUAGE=TEXT", "Adviser", "principal", "365")]
    [InlineData("each language", "EN=Adviser", "principal", "365")]
    [InlineData("--mandate principal", "en=Adviser", "king", "365")]
    [InlineData("--days from 1", "en=Adviser", "principal", "0")]
    public void A_value_that_cannot_be_used_is_named(string words, string office, string mandate, string days)
    {
        parties.Request("adviser.request", SubjectKind.Desk);
        Refused(64, words.Replace("--office ", "", StringComparison.Ordinal), parties.Sign("accredit",
            "adviser.request", "--office", office, "--mandate", mandate, "--days", days));
    }

    [Fact]
    [Trait("Row", "13")]
    public void A_letter_is_recognised_after_its_fingerprint_was_heard_and_not_before()
    {
        var heard = parties.Letter("sorvane.letter", "Sorvane");
        Refused(64, "was not compared", parties.Sign("recognise", "sorvane.letter"));
        Done(parties.Run("compare", "sorvane.letter", "--seal", "a.seal", "--fingerprint", heard));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(parties.Aldermark.File("sorvane.comparison")));
        Refused(64, "compared already",
            parties.Run("compare", "sorvane.letter", "--seal", "a.seal", "--fingerprint", heard));
        Done(parties.Sign("recognise", "sorvane.letter"));
        Done(parties.Sign("recognise", "sorvane.letter"));
        Assert.Contains("1 entries", parties.Run("seal", "show", "a.seal").Output, StringComparison.Ordinal);

        // Another line, with another party: what was heard of one says nothing of the other.
        var third = parties.Letter("tessaly.letter", "Tessaly");
        Refused(64, "was not compared", parties.Sign("recognise", "tessaly.letter"));
        Done(parties.Run("compare", "tessaly.letter", "--seal", "a.seal", "--fingerprint", third));
        Done(parties.Sign("recognise", "tessaly.letter"));
        var later = parties.Letter("later.letter", "Sorvane");
        Refused(3, "does not vouch",
            parties.Run("compare", "later.letter", "--seal", "a.seal", "--fingerprint", later));
        Done(parties.Run("compare", "later.letter", "--seal", "a.seal", "--fingerprint", later, "--after-theft"));
        Done(parties.Sign("recognise", "later.letter"));
    }

    [Fact]
    [Trait("Row", "13")]
    public void A_letter_exchanged_on_its_way_is_never_recognised()
    {
        var heard = parties.Letter("true.letter", "Sorvane");
        var substitute = parties.Letter("sorvane.letter", "Sorvane");
        Refused(3, "Not equal", parties.Run("compare", "sorvane.letter", "--seal", "a.seal", "--fingerprint", heard));
        Refused(3, "nothing is recognised", parties.Sign("recognise", "sorvane.letter"));
        Refused(3, "failed", parties.Run("compare", "sorvane.letter", "--seal", "a.seal", "--fingerprint", substitute));
        Done(parties.Run("compare", "true.letter", "--seal", "a.seal", "--fingerprint", heard));
        Done(parties.Sign("recognise", "true.letter"));
    }

    [Fact]
    public void A_head_that_somebody_wrote_into_is_told_from_damage()
    {
        parties.Letter("sorvane.letter", "Sorvane");
        var text = Encoding.UTF8.GetString(parties.Aldermark.Read("sorvane.letter"));
        parties.Aldermark.Write("sorvane.letter", Encoding.UTF8.GetBytes(
            text.Replace("| Party: Sorvane", "| Party: Tessaly", StringComparison.Ordinal)));
        Refused(1, "somebody wrote into it", parties.Run("letter", "read", "sorvane.letter"));
    }

    [Fact]
    public void A_seal_that_named_its_successor_signs_nothing_more()
    {
        parties.Public("next.pub");
        parties.Request("adviser.request", SubjectKind.Desk);
        Refused(64, "this very seal", parties.Sign("succeed", "a.pub"));
        Done(parties.Sign("succeed", "next.pub"));
        Done(parties.Sign("succeed", "next.pub"));
        Refused(4, "signs nothing more", Adviser());
        Refused(4, "signs nothing more", parties.Aldermark.Sign());
        parties.Public("other.pub");
        Refused(4, "another successor", parties.Sign("succeed", "other.pub"));
    }

    [Fact]
    public void An_order_names_a_room_a_leaf_and_what_enters()
    {
        var leaf = new string('a', 64);
        parties.LeafRequest("lost.leaf");
        var granted = parties.Sign("recall", "replace", "lost.leaf", "--out", "in.order");
        Done(granted);
        Assert.Contains("leaf request", parties.Run("party", ".").Output, StringComparison.Ordinal);
        foreach (var words in (string[])["Security adviser", "principal", "00ff"])
            Assert.Contains(words, granted.Output, StringComparison.Ordinal);
        Done(parties.Sign("recall", "leaf", "--room", "00ff", "--leaf", leaf, "--out", "out.order"));
        Assert.Contains("Enters: ", Encoding.UTF8.GetString(parties.Aldermark.Read("in.order")),
            StringComparison.Ordinal);
        Assert.DoesNotContain("Enters: ", Encoding.UTF8.GetString(parties.Aldermark.Read("out.order")),
            StringComparison.Ordinal);
        Refused(64, "--room", parties.Sign("recall", "leaf", "--room", "0", "--leaf", leaf));
        Refused(64, "--leaf", parties.Sign("recall", "leaf", "--room", "00ff", "--leaf", "aa"));
    }

    [Fact]
    public void Only_its_own_partys_seal_grants_a_desk_its_place_and_only_as_it_asked()
    {
        parties.LeafRequest("lost.leaf");
        var text = Encoding.UTF8.GetString(parties.Aldermark.Read("lost.leaf"));
        parties.Aldermark.Write("changed.leaf", Encoding.UTF8.GetBytes(
            text.Replace("| Room: 00ff", "| Room: 00fe", StringComparison.Ordinal)));
        Refused(1, "somebody wrote into it", parties.Sign("recall", "replace", "changed.leaf"));
        Refused(2, "something else", parties.Sign("recall", "replace", "lost.accreditation"));
        parties.OtherSeal("b");
        Refused(3, "another seal accredited", parties.Run("recall", "replace", "lost.leaf", "--seal", "b.seal",
            "--passphrase-file", "words"));
    }

    private CoulisseProgram.Ended Adviser() => parties.Sign("accredit", "adviser.request", "--office",
        "en=Security adviser", "--mandate", "principal");

    private static void Done(CoulisseProgram.Ended ended)
    {
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.DoesNotContain(Desk.Marked, ended.All, StringComparison.Ordinal);
    }

    private static void Refused(int code, string words, CoulisseProgram.Ended ended)
    {
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.Equal((code, ""), (ended.Code, ended.Output));
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }
}
