using System.Diagnostics;
using Coulisse.Wire.Credence;

namespace Coulisse.Terminal;

/// <summary>Reads a file of credence that the user named, or says in one sentence why not.</summary>
public static class CredenceInput
{
    /// <summary>The value in a file; <paramref name="what"/> names it in a sentence.</summary>
    /// <exception cref="Refusal">It is no such file, or was changed.</exception>
    public static T Read<T>(string path, string what)
        where T : ICredenceFile<T> =>
        CredenceFile.Read<T>(InputFile.Read(path, CredenceFile.BytesMax<T>())) switch
        {
            CredenceReading<T>.Whole whole => whole.Value,
            CredenceReading<T>.Refused refused => throw Refusal(path, what, refused.Why),
            _ => throw new UnreachableException(),
        };

    /// <summary>The same value if the file is one, else null.</summary>
    public static T? Find<T>(string path)
        where T : class, ICredenceFile<T> =>
        new FileInfo(path).Length <= CredenceFile.BytesMax<T>()
        && CredenceFile.Read<T>(InputFile.Read(path, CredenceFile.BytesMax<T>())) is CredenceReading<T>.Whole whole
            ? whole.Value
            : null;

    private static Refusal Refusal(string path, string what, CredenceFileRefusal why) => why switch
    {
        CredenceFileRefusal.Unrelated =>
            new(ExitCode.NotReadable, $"{path} is no file of Coulisse's; name the {what}."),
        CredenceFileRefusal.OtherKind =>
            new(ExitCode.NotReadable, $"{path} is something else, as its first line says; name the {what}."),
        CredenceFileRefusal.OtherVersion =>
            new(ExitCode.NotReadable, $"{path} was made by another version of Coulisse; use that version."),
        CredenceFileRefusal.TooLarge =>
            new(ExitCode.NotReadable, $"{path} is larger than any {what}; check the name."),
        CredenceFileRefusal.Damaged =>
            new(ExitCode.Altered,
                $"{path} was changed or cut on its way; get it again, as a file and not as copied text."),
        CredenceFileRefusal.HeadChanged => new(ExitCode.Altered,
            $"In {path} the lines for people say something else than what is signed; somebody wrote into it. "
            + "Get it again."),
        _ => throw new UnreachableException(),
    };
}
