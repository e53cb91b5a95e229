using System.Security.Cryptography;
using Coulisse.Crypto.Passphrases;
using Microsoft.Win32.SafeHandles;

namespace Coulisse.Terminal;

/// <summary>
/// Where a passphrase comes from: a prompt without echo, a file descriptor, or a file that only its owner can read.
/// Never an argument or the environment, which other accounts can see.
/// </summary>
/// <param name="File">The file, if it comes from one.</param>
/// <param name="Descriptor">The open descriptor, if it comes from one.</param>
public sealed record PassphraseInput(string? File, int? Descriptor)
{
    private const int NewBytesMin = 12;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The passphrase of something that exists, as "the seal".</summary>
    /// <exception cref="Refusal">There is none to be had; the sentence says what to do.</exception>
    public Passphrase Read(string whose) => (File, Descriptor) switch
    {
        ({ } file, null) => FromFile(file),
        (null, { } descriptor) => FromDescriptor(descriptor),
        (null, null) => FromPrompt($"Passphrase of {whose}: "),
        _ => throw new Refusal(ExitCode.Usage,
            "Give the passphrase by --passphrase-file or by --passphrase-fd, not by both."),
    };

    /// <summary>A passphrase for something new: long enough, and typed twice when it is typed.</summary>
    /// <exception cref="Refusal">There is none to be had, or it does not do.</exception>
    public Passphrase Choose(string whose)
    {
        var passphrase = Read(whose);
        if (passphrase.Length < NewBytesMin)
        {
            passphrase.Dispose();
            throw new Refusal(ExitCode.Usage,
                $"A passphrase of {whose} has at least {NewBytesMin} characters; take several words.");
        }
        if (File is not null || Descriptor is not null)
            return passphrase;
        using var again = FromPrompt("The same once more: ");
        if (passphrase.FixedTimeEquals(again))
            return passphrase;
        passphrase.Dispose();
        throw new Refusal(ExitCode.Usage, "The two passphrases differ; nothing was made. Start again.");
    }

    private static Passphrase FromFile(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (!OperatingSystem.IsWindows())
                RefuseOpenToOthers(path, file.SafeFileHandle);
            return FromBytes(file, path);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new Refusal(ExitCode.NotReadable,
                $"The passphrase file {path} cannot be read; check its name, owner and mode.");
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void RefuseOpenToOthers(string path, SafeFileHandle handle)
    {
        // The mode and owner of what was opened, not of what the name may mean by now.
        if ((System.IO.File.GetUnixFileMode(handle) & Others) != 0)
            throw new Refusal(ExitCode.NotReadable,
                $"The passphrase file {path} can be read by others; run: chmod 600 {path}");
        if (!FileOwner.IsThisAccount(handle))
            throw new Refusal(ExitCode.NotReadable,
                $"The passphrase file {path} belongs to another account; use one of your own.");
    }

    private static Passphrase FromDescriptor(int descriptor)
    {
        if (descriptor < 0)
            throw new Refusal(ExitCode.Usage, "A file descriptor is a number from 0.");
        try
        {
            using var handle = new SafeFileHandle(descriptor, ownsHandle: false);
            using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
            return FromBytes(file, $"descriptor {descriptor}");
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw new Refusal(ExitCode.NotReadable,
                $"Nothing can be read from file descriptor {descriptor}; open it for reading.");
        }
    }

    // One line; a single line end after it is not part of the passphrase.
    private static Passphrase FromBytes(Stream source, string name)
    {
        var bytes = GC.AllocateArray<byte>(Passphrase.Utf8BytesMax + 2, pinned: true);
        try
        {
            var length = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var line = bytes.AsSpan(0, length);
            if (line.EndsWith("\n"u8))
                line = line[..^1];
            if (line.EndsWith("\r"u8))
                line = line[..^1];
            return Passphrase.FromUtf8(line)
                ?? throw new Refusal(ExitCode.NotReadable,
                    $"There is no passphrase in {name}: it holds one line of text, and nothing else.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static Passphrase FromPrompt(string words)
    {
        if (Console.IsInputRedirected)
            throw new Refusal(ExitCode.Usage,
                "There is no terminal to ask for the passphrase; give --passphrase-file FILE or --passphrase-fd N.");
        var typed = GC.AllocateArray<char>(Passphrase.CharactersMax + 1, pinned: true);
        try
        {
            _ = Console.KeyAvailable; // Switches the echo off before anybody is asked to type.
            Console.Error.Write(words);
            var length = TypedWithoutEcho(typed);
            Console.Error.WriteLine();
            return Passphrase.From(typed.AsSpan(0, length))
                ?? throw new Refusal(ExitCode.Usage,
                    "That is no passphrase: type at least one character and no control characters.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(typed.AsSpan()));
        }
    }

    private static int TypedWithoutEcho(Span<char> typed)
    {
        var length = 0;
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
                length = Math.Max(0, length - 1);
            else if (key.KeyChar != '\0' && length < typed.Length)
                typed[length++] = key.KeyChar;
        }
        return length;
    }
}
