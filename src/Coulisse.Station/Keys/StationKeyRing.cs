using System.Diagnostics;
using Coulisse.Crypto.Secrets;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Storage;

namespace Coulisse.Station.Keys;

/// <summary>
/// The keys of a station's folder: those it uses; those that will follow them, while their letter is on its way to
/// everybody; and those before, with which what is on its way under an earlier letter is still read.
/// </summary>
internal sealed class StationKeyRing : IDisposable
{
    internal const string PresentName = "station.keys";
    internal const string NextName = "station-next.keys";
    internal const string BeforeName = "station-before.keys";

    private StationKeyRing(StationKeys present, StationKeys? next, StationKeys? before) =>
        (Present, Next, Before) = (present, next, before);

    /// <summary>With which it is reached and endorses.</summary>
    internal StationKeys Present { get; }

    /// <summary>Made, and not used yet.</summary>
    internal StationKeys? Next { get; }

    /// <summary>Used before.</summary>
    internal StationKeys? Before { get; }

    private IEnumerable<StationKeys> All => ((StationKeys?[])[Present, Next, Before]).OfType<StationKeys>();

    /// <exception cref="Refusal">It is no station's folder, or keys cannot be read.</exception>
    internal static StationKeyRing Open(string folder)
    {
        if (Read(folder, PresentName) is not { } present)
            throw new Refusal(ExitCode.NotReadable,
                $"{folder} is no station's folder; make one with: coulisse station new {folder}");
        return new(present, Read(folder, NextName), Read(folder, BeforeName));
    }

    /// <summary>Whether an accreditation is of this station, with keys that are here.</summary>
    internal bool AreOf(Sealed<Accreditation> accreditation) => All.Any(keys => keys.AreOf(accreditation));

    /// <summary>The key of a term between two accreditations; null if the other's is none that can be used.</summary>
    internal LineKey? Derive(Sealed<Accreditation> own, Sealed<Accreditation> other) =>
        LineKey.Derive(All.First(keys => keys.AreOf(own)).Line, own, other);

    /// <summary>Makes keys to follow those of today, beside them.</summary>
    /// <exception cref="Refusal">Such keys are there already.</exception>
    internal static StationKeys Prepare(string folder, StationKeys present)
    {
        var path = Path.Combine(folder, NextName);
        OutputFile.RefuseExisting(path);
        var next = present.Renewed(new SystemRandom());
        Write(path, next);
        return next;
    }

    /// <summary>The next keys become those of today. At no instant is there none.</summary>
    internal void UseNext(string folder)
    {
        var before = Path.Combine(folder, BeforeName);
        File.Delete(before);
        Write(before, Present);
        DurableFile.Replace(Path.Combine(folder, NextName), Path.Combine(folder, PresentName));
    }

    /// <summary>Writes keys into a file of their own.</summary>
    internal static void Write(string path, StationKeys keys)
    {
        using var file = keys.Write();
        OutputFile.Create(path, name => DurableFile.CreatePrivate(name, file.Written));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var keys in All)
            keys.Dispose();
    }

    private static StationKeys? Read(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
            return null;
        var bytes = InputFile.Read(file, StationKeys.BytesMax);
        try
        {
            return StationKeys.Read(bytes) switch
            {
                StationKeysReading.Read read => read.Keys,
                StationKeysReading.NotKeys => throw new Refusal(ExitCode.NotReadable,
                    $"{file} holds no station's keys."),
                StationKeysReading.OtherVersion => throw new Refusal(ExitCode.NotReadable,
                    $"{file} was made by another version of Coulisse; use that version."),
                StationKeysReading.Damaged => throw new Refusal(ExitCode.NotReadable,
                    $"{file} is damaged: its check does not fit; use your copy of it."),
                _ => throw new UnreachableException(),
            };
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
