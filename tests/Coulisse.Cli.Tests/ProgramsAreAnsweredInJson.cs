using System.Text.Json;
using Coulisse.Wire.Accreditations;

namespace Coulisse.Cli.Tests;

/// <summary>What a seal's keeper is told in lines, a program is told in fields.</summary>
[Collection("programs")] // One at a time: a program just written is busy while another test forks.
public sealed class ProgramsAreAnsweredInJson : IDisposable
{
    private readonly TwoParties parties = new();

    public void Dispose() => parties.Dispose();

    [Fact]
    public void Of_a_seal_they_learn_what_people_do_and_what_it_signed()
    {
        var made = parties.Run("seal", "new", "b", "--party", "Aldermark", "--passphrase-file", "words", "--json")
            .Json();
        Assert.Equal(("b.seal", "b.chain", "b.pub"), (made.At("keyFile"), made.At("chain"), made.At("public")));
        var people = parties.Run("seal", "show", "b.seal").Output;
        Assert.Contains($"\nFingerprint: {made.At("fingerprint")}\n", people, StringComparison.Ordinal);
        Assert.Contains($"\nPublic key: {made.At("key")}\n", people, StringComparison.Ordinal);

        string[] seal = ["--seal", "b.seal", "--passphrase-file", "words", "--json"];
        var signed = parties.Run(["statement", "sign", "draft.txt", .. seal]).Json();
        Assert.Equal(("Aldermark", "1", "draft.signed.txt"),
            (signed.At("party"), signed.At("revision"), signed.At("file")));
        var withdrawn = parties.Run(["statement", "withdraw", "draft.signed.txt", "--reason", "Enough.", .. seal])
            .Json();
        Assert.Equal((signed.At("id"), "draft.signed.withdrawn.txt"), (withdrawn.At("id"), withdrawn.At("file")));
        var verified = JsonDocument.Parse(parties.Run("verify", "draft.signed.txt", "--json").Output).RootElement;
        Assert.Equal(signed.At("id"), verified.At("statement.id"));

        var shown = parties.Run("seal", "show", "b.seal", "--json").Json();
        Assert.Equal((made.At("fingerprint"), made.At("key"), "False"),
            (shown.At("fingerprint"), shown.At("key"), shown.At("hasEnded")));
        Assert.Equal(["1 statement", "2 statement withdrawn"], shown.GetProperty("entries").EnumerateArray()
            .Select(entry => $"{entry.At("entry")} {entry.At("kind")}"));
        Assert.Equal(verified.At("seal.entryHash"), shown.At("entries.0.entryHash"));
    }

    [Fact]
    public void Of_a_chain_that_was_mended_they_learn_where_the_rest_is()
    {
        Assert.Equal("False", parties.Run("seal", "mend", "a.seal", "--json").Json().At("isChanged"));
        Assert.Equal(0, parties.Aldermark.Sign().Code);
        parties.Aldermark.Write("a.chain", parties.Aldermark.Read("a.chain")[..^9]);
        var torn = parties.Run("seal", "show", "a.seal", "--json");
        Assert.Equal((4, ""), (torn.Code, torn.Output)); // a sentence and the exit code: nothing is half answered
        Assert.Contains("coulisse seal mend a.seal", torn.Error, StringComparison.Ordinal);
        var mended = parties.Run("seal", "mend", "a.seal", "--json").Json();
        Assert.True(File.Exists(parties.Aldermark.File(mended.At("keptIn")!)));
    }

    [Fact]
    public void Of_whom_a_seal_accredited_and_recalled_they_learn_the_entry_and_the_file()
    {
        parties.Request("adviser.request", SubjectKind.Desk);
        var adviser = Signed("accredit", "adviser.request", "--office", "en=Security adviser", "--office",
            "fr=Conseiller", "--mandate", "duty officer", "--from", "2031-05-04", "--days", "30");
        Assert.Equal(("accreditation", "Aldermark", "1", "adviser.accreditation"), (adviser.At("what"),
            adviser.At("party"), adviser.At("seal.entry"), adviser.At("file")));
        Assert.Equal(("desk", "duty officer", "Security adviser", "fr", "2031-06-03T00:00:00+00:00"),
            (adviser.At("accreditation.kind"), adviser.At("accreditation.mandate"),
            adviser.At("accreditation.office.0.text"), adviser.At("accreditation.office.1.language"),
            adviser.At("accreditation.until")));
        var recalled = Signed("recall", "accreditation", "adviser.accreditation", "--reason", "The desk was lost.");
        Assert.Equal((adviser.At("seal.entry"), adviser.At("seal.entryHash"), "The desk was lost."),
            (recalled.At("recall.serial"), recalled.At("recall.accreditation"), recalled.At("recall.reason")));

        var leaf = new string('a', 64);
        var removed = Signed("recall", "leaf", "--room", "00ff", "--leaf", leaf);
        Assert.Equal(("room order", "removal", "00ff", leaf, null), (removed.At("what"), removed.At("order.what"),
            removed.At("order.room"), removed.At("order.leaf"), removed.At("order.enters")));
        parties.LeafRequest("lost.leaf");
        var granted = Signed("recall", "replace", "lost.leaf", "--out", "in.order");
        Assert.Equal(("replacement", "Security adviser", "in.order"),
            (granted.At("order.what"), granted.At("desk.office.0.text"), granted.At("file")));
        Assert.Matches("^[0-9a-f]{64}$", granted.At("order.enters"));
    }

    [Fact]
    public void Of_a_letter_they_learn_everything_but_what_is_to_be_heard()
    {
        parties.Request("station.request", SubjectKind.Station);
        Signed("accredit", "station.request", "--office", "en=Station");
        var own = Signed("letter", "write", "--station", "station.accreditation");
        Assert.Equal(("letter of credence", "https://station.example:8443", "own.letter"),
            (own.At("what"), own.At("letter.station.reachedAt.0"), own.At("file")));

        var heard = parties.Letter("sorvane.letter", "Sorvane");
        var read = parties.Run("letter", "read", "sorvane.letter", "--json").Json();
        Assert.Equal(("Sorvane", "Station", null, null), (read.At("party"), read.At("letter.station.office.0.text"),
            read.At("seal.key"), read.At("seal.fingerprint")));
        string[] compare = ["compare", "sorvane.letter", "--seal", "a.seal", "--fingerprint"];
        var compared = parties.Run([.. compare, heard, "--json"]).Json();
        Assert.Equal(("Sorvane", "True", "sorvane.comparison"),
            (compared.At("party"), compared.At("isEqual"), compared.At("comparison")));
        var recognised = Signed("recognise", "sorvane.letter");
        Assert.Equal((heard, read.At("seal.entryHash"), "sorvane.recognition"), (recognised.At(
            "recognition.fingerprint"), recognised.At("recognition.letter"), recognised.At("file")));

        parties.Letter("tessaly.letter", "Tessaly");
        var unequal = parties.Run("compare", "tessaly.letter", "--seal", "a.seal", "--fingerprint", heard, "--json");
        Assert.Equal((3, ""), (unequal.Code, unequal.Output));
        Assert.Contains("Not equal", unequal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_succession_they_learn_both_seals()
    {
        parties.Public("next.pub");
        var succeeded = Signed("succeed", "next.pub");
        var text = File.ReadAllText(parties.Aldermark.File("next.pub"));
        Assert.Contains($"Fingerprint: {succeeded.At("succession.fingerprint")}\n", text, StringComparison.Ordinal);
        var shown = parties.Run("seal", "show", "a.seal", "--json").Json();
        Assert.Equal((shown.At("fingerprint"), "True"), (succeeded.At("seal.fingerprint"), shown.At("hasEnded")));
    }

    private JsonElement Signed(params string[] arguments) => parties.Sign([.. arguments, "--json"]).Json();
}
