using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Passphrases;

/// <summary>
/// A passphrase as UTF-8 of its NFKC form, so that it opens the same file from any keyboard; wiped on Dispose.
/// It is never a string: what a prompt read is cleared by the prompt.
/// </summary>
public sealed class Passphrase : IDisposable
{
    /// <summary>The most characters (UTF-16 units) accepted.</summary>
    public const int CharactersMax = 1024;

    /// <summary>The most bytes of UTF-8 accepted.</summary>
    public const int Utf8BytesMax = 4 * CharactersMax;

    private readonly SecretBytes utf8;

    private Passphrase(SecretBytes utf8) => this.utf8 = utf8;

    internal ReadOnlySpan<byte> Utf8 => utf8.Reveal();

    /// <summary>How many bytes its UTF-8 form has.</summary>
    public int Length => utf8.Length;

    /// <summary>
    /// The passphrase of these characters; null when they are none, too many, contain a control character,
    /// or half a surrogate pair. The caller clears its own copy.
    /// </summary>
    public static Passphrase? From(ReadOnlySpan<char> characters)
    {
        if (characters.IsEmpty || characters.Length > CharactersMax || HasControlOrLoneSurrogate(characters))
            return null;
        // NFKC grows a character to at most 18; the array is pinned so that nothing but it needs clearing.
        var normal = GC.AllocateArray<char>(characters.Length * 18, pinned: true);
        try
        {
            if (!characters.TryNormalize(normal, out var length, NormalizationForm.FormKC))
                return null;
            var bytes = Encoding.UTF8.GetByteCount(normal, 0, length);
            return new Passphrase(
                SecretBytes.Create(bytes, destination =>
                Encoding.UTF8.GetBytes(normal.AsSpan(0, length), destination)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(normal.AsSpan()));
        }
    }

    /// <summary>
    /// The passphrase of this UTF-8 text; null as above, or when it is not UTF-8. The caller clears its own copy.
    /// </summary>
    public static Passphrase? FromUtf8(ReadOnlySpan<byte> text)
    {
        if (text.Length > Utf8BytesMax || !System.Text.Unicode.Utf8.IsValid(text))
            return null;
        var characters = GC.AllocateArray<char>(text.Length, pinned: true);
        try
        {
            var length = Encoding.UTF8.GetChars(text, characters);
            return From(characters.AsSpan(0, length));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(
                System.Runtime.InteropServices.MemoryMarshal.AsBytes(characters.AsSpan()));
        }
    }

    /// <summary>Whether both are the same passphrase, in constant time.</summary>
    public bool FixedTimeEquals(Passphrase other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return utf8.FixedTimeEquals(other.Utf8);
    }

    /// <inheritdoc/>
    public void Dispose() => utf8.Dispose();

    /// <summary>Says nothing about its content.</summary>
    public override string ToString() => "passphrase";

    private static bool HasControlOrLoneSurrogate(ReadOnlySpan<char> characters)
    {
        while (!characters.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(characters, out var rune, out var used) != OperationStatus.Done
                || Rune.IsControl(rune))
                return true;
            characters = characters[used..];
        }
        return false;
    }
}
