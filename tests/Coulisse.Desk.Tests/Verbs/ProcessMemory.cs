using System.Globalization;
using System.Text;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>Looks for words in all that another process may write to, in UTF-8 and as .NET keeps them. Linux.</summary>
internal static class ProcessMemory
{
    private const int Chunk = 1 << 20;

    /// <summary>Whether this account may look at all.</summary>
    internal static bool MayBeRead(int process)
    {
        try
        {
            using var memory = File.OpenHandle(Path.Combine("/proc", Text(process), "mem"));
            return Writable(process).Count > 0;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    internal static bool Holds(int process, string words)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(words), Encoding.Unicode.GetBytes(words)];
        var overlap = forms.Max(form => form.Length);
        var buffer = new byte[Chunk];
        using var memory = File.OpenHandle(Path.Combine("/proc", Text(process), "mem"));
        foreach (var (start, end) in Writable(process))
        {
            for (var at = start; at < end; at += Chunk - overlap)
            {
                var bytes = buffer.AsSpan(0, Read(memory, buffer.AsSpan(0, (int)Math.Min(Chunk, end - at)), at));
                foreach (var form in forms)
                {
                    if (bytes.IndexOf(form) >= 0)
                        return true;
                }
            }
        }
        return false;
    }

    private static int Read(Microsoft.Win32.SafeHandles.SafeFileHandle memory, Span<byte> into, long at)
    {
        try
        {
            return RandomAccess.Read(memory, into, at);
        }
        catch (IOException)
        {
            return 0; // given back meanwhile, or a guard
        }
    }

    private static List<(long Start, long End)> Writable(int process) =>
    [
        .. from line in File.ReadAllLines(Path.Combine("/proc", Text(process), "maps"))
           let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           where fields[1].StartsWith("rw", StringComparison.Ordinal)
           let range = fields[0].Split('-')
           select (Address(range[0]), Address(range[1])),
    ];

    private static long Address(string digits) =>
        long.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Text(int process) => process.ToString(CultureInfo.InvariantCulture);
}
