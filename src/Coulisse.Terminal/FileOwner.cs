using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Coulisse.Terminal;

/// <summary>
/// Whether an open file belongs to the account that runs this program; .NET does not say, the C library does.
/// </summary>
internal static partial class FileOwner
{
    private const int EmptyPath = 0x1000; // AT_EMPTY_PATH: the descriptor itself
    private const uint Owner = 0x08; // STATX_UID
    private const int OwnerOffset = 20; // of stx_uid in struct statx, the same on every Linux

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    internal static bool IsThisAccount(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux()) // Elsewhere: only a file's owner may set its mode, even to what it is.
            return fchmod(file, (uint)File.GetUnixFileMode(file)) == 0;
        var buffer = new byte[256];
        return statx(file, "", EmptyPath, Owner, buffer) == 0
            && BitConverter.ToUInt32(buffer, OwnerOffset) == geteuid();
    }

    [LibraryImport("libc")]
    private static partial uint geteuid();

    [LibraryImport("libc")]
    private static partial int fchmod(SafeFileHandle file, uint mode);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(SafeFileHandle folder, string path, int flags, uint mask, Span<byte> buffer);
}
