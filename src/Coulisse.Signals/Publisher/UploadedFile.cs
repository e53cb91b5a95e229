using Coulisse.Signals.Statements;

namespace Coulisse.Signals.Publisher;

/// <summary>A file that was sent with a form: only signed ones are, and only so large.</summary>
internal static class UploadedFile
{
    /// <summary>At most one byte more than is taken: enough to see that it is too much. Empty without a file.</summary>
    public static async Task<byte[]> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null)
            return [];
        var bytes = new byte[Math.Min(file.Length, SignedUpload.FileBytesMax + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
