using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Cli.Tests;

/// <summary>
/// A folder with a cheap seal of Aldermark, its passphrase file and an unsigned statement; removed with the test.
/// </summary>
public sealed class Desk : IDisposable
{
    /// <summary>A passphrase that no output and no other file may ever contain.</summary>
    public const string Marked = "marked-passphrase-8841";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-cli-test-");

    /// <summary>The same as another's, with all that was done in it since.</summary>
    public Desk(Desk other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var directory in other.folder.EnumerateDirectories("*", SearchOption.AllDirectories))
            Directory.CreateDirectory(File(Path.GetRelativePath(other.Folder, directory.FullName)),
                directory.UnixFileMode);
        foreach (var file in other.folder.EnumerateFiles("*", SearchOption.AllDirectories))
            file.CopyTo(File(Path.GetRelativePath(other.Folder, file.FullName)));
    }

    public Desk()
    {
        var random = new SystemRandom();
        using var seal = Seal.Generate("Aldermark", random);
        using var passphrase = Passphrase.From(Marked)!;
        SealChainFile.Create(File("a.chain"), seal);
        Write("a.seal", SealKeyFile.Write(seal, passphrase, new Argon2Parameters(MemoryKiB: 64, Passes: 1), random));
        Write("a.pub", SealPublicFile.Write("Aldermark", seal.PublicKey));
        Write("words", System.Text.Encoding.UTF8.GetBytes(Marked + "\n"));
        System.IO.File.SetUnixFileMode(File("words"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Write("draft.txt", UnsignedStatementFile.Write(new("Aldermark", StatementId.Draw(random), 1, null,
            [new("en", EditionStanding.Authentic, "The line stays open", "We keep the line open.\n")])));
    }

    public string Folder => folder.FullName;

    public string File(string name) => Path.Combine(folder.FullName, name);

    public void Write(string name, byte[] content) => System.IO.File.WriteAllBytes(File(name), content);

    public byte[] Read(string name) => System.IO.File.ReadAllBytes(File(name));

    public CoulisseProgram.Ended Run(params string[] arguments) => CoulisseProgram.Run(Folder, arguments);

    /// <summary>Of what runs until it is told to stop.</summary>
    public Running Start(params string[] arguments) =>
        new(CoulisseProgram.Start(CoulisseProgram.Path, Folder, arguments));

    public CoulisseProgram.Ended Sign() =>
        Run("statement", "sign", "draft.txt", "--seal", "a.seal", "--passphrase-file", "words");

    public void Dispose() => folder.Delete(recursive: true);
}
