using Coulisse.Crypto.Codec;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Keys;

/// <summary>
/// The file outside a desk's folder that tells how far the desk has come: who copies the folder does not copy this one,
/// and an old copy is found by it. A few bytes in one sector of the disk, written in place.
/// </summary>
public sealed class WitnessFile(string path)
{
    private const string StateVariable = "XDG_STATE_HOME";
    private const int BytesMax = 4_096;

    /// <summary>Why it could not be written the last time; null if it could.</summary>
    public string? Fault { get; private set; }

    public string Path => path;

    /// <summary>Where a desk's stands if nothing else is said: among this account's state, which is not what people
    /// take copies of.</summary>
    public static string Usual(Subject desk) => System.IO.Path.Combine(
        Environment.GetEnvironmentVariable(StateVariable) is { Length: > 0 } state ? state
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".local", "state"),
        "coulisse", $"{desk.Id}.witness");

    /// <summary>The same for what the desk says at home; it stands beside.</summary>
    public WitnessFile AtHome => field ??= new($"{path}.home");

    /// <summary>The same for what the desk says on a further line; it stands beside.</summary>
    public WitnessFile On(LineId line) => new($"{path}.{line}");

    /// <summary>What stands there; null if nothing does.</summary>
    public Opaque? Read()
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > BytesMax)
                return null;
            var said = new byte[file.Length];
            file.ReadExactly(said);
            return Opaque.Owning(said);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>It is on the disk when this returns, unless <see cref="Fault"/> says why not: then the station's
    /// memory alone finds an old copy.</summary>
    public void Write(Opaque said)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(said.Span);
            file.SetLength(said.Length);
            file.Flush(flushToDisk: true);
            Fault = null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            Fault = unwritable.Message;
        }
    }
}
