using System.Diagnostics;
using System.Text;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Records;

namespace Coulisse.Wire.Tests.Records;

/// <summary>The reader in another language, written from protocol/record.md, comes to the same.</summary>
public sealed class APageOfPythonVerifiesIt : IDisposable
{
    private readonly RecordInATest sample = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        sample.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_genuine_record_is_genuine_there_and_its_words_are_shown()
    {
        var (code, said) = Run(sample.File);
        Assert.True(code == 0, said);
        Assert.Contains("Signed: Aldermark: Security adviser, 2031-05-04 09:30:00 UTC\n", said,
            StringComparison.Ordinal);
        Assert.Contains("Countersigned by both parties.", said, StringComparison.Ordinal);
        Assert.Contains("| The bridge opens on Sunday.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_frozen_record_is_genuine_there_and_here()
    {
        foreach (var (name, bytes) in ((string, byte[])[])[("record.txt", sample.File),
            ("aldermark.pub", SealPublicFile.Write("Aldermark", sample.A.Seal.PublicKey)),
            ("sorvane.pub", SealPublicFile.Write("Sorvane", sample.B.Seal.PublicKey)),
            // Taken back after it had signed: whoever is given this file relies on the record no more.
            ("adviser.recall", CredenceFile.Write(sample.A.Sign(Recall.Of(sample.First, "The desk was lost."))))])
        {
            if (Environment.GetEnvironmentVariable("COULISSE_WRITE") == "1" && !File.Exists(Frozen(name)))
                File.WriteAllBytes(Frozen(name), bytes);
            Assert.True(File.ReadAllBytes(Frozen(name)).AsSpan().SequenceEqual(bytes),
                $"{name} is written otherwise than when it was frozen");
        }
        var file = File.ReadAllBytes(Frozen("record.txt"));
        Assert.IsType<RecordVerification.Genuine>(RecordFile.Verify(file));
        Assert.Equal(0, Run(file).Code);
    }

    [Fact]
    public void Every_changed_byte_of_some_is_altered_there_too()
    {
        var file = sample.File;
        for (var offset = 3; offset < file.Length; offset += file.Length / 15)
        {
            var altered = (byte[])file.Clone();
            altered[offset] ^= 2;
            var (code, said) = Run(altered);
            Assert.True(code == 1, $"offset {offset}: {code}, {said}");
        }
    }

    [Fact]
    public void One_cut_short_is_named_by_its_first_missing_part()
    {
        var file = sample.File;
        var cut = file[..(file.AsSpan().IndexOf("Part: 3 of "u8) + 30)];
        Assert.Contains("part 3 of 4 is the first that is missing", Run(cut).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void One_signature_alone_and_another_seal_are_told_apart_from_genuine()
    {
        Assert.Equal(9, Run(RecordFile.Write(sample.Room, sample.Parties, sample.Parts, sample.Proposed)).Code);
        using var other = new RecordInATest(61);
        Assert.Equal(3, Run(other.File).Code);
        var late = RecordSignature.Sign(sample.Terms, sample.Proposed, sample.Second, sample.B.DeskKey,
            ChainHead.None, sample.Second.Content.NotAfter);
        var (code, said) = Run(RecordFile.Write(sample.Room, sample.Parties, sample.Parts, sample.Proposed, late));
        Assert.Equal(9, code);
        Assert.Contains("outside the dates of the accreditation", said, StringComparison.Ordinal);
    }

    private (int Code, string Said) Run(byte[] file)
    {
        File.WriteAllBytes(folder.File("record.txt"), file);
        File.WriteAllBytes(folder.File("a.pub"), SealPublicFile.Write("Aldermark", sample.A.Seal.PublicKey));
        File.WriteAllBytes(folder.File("b.pub"), SealPublicFile.Write("Sorvane", sample.B.Seal.PublicKey));
        var start = new ProcessStartInfo("python3",
            [Script(), folder.File("record.txt"), folder.File("a.pub"), folder.File("b.pub")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        };
        Process? started = null;
        try
        {
            started = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3 here; the reader in Python is not run.");
        }
        using var process = started!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + error.GetAwaiter().GetResult());
    }

    private static string Script()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "protocol", "verify_record.py")))
                return Path.Combine(at.FullName, "protocol", "verify_record.py");
        }
        throw new FileNotFoundException("protocol/verify_record.py");
    }

    private static string Frozen(string name) =>
        Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "corpus", "records", name);
}
