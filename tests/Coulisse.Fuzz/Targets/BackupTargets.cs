using Coulisse.Signals.Exchange;

namespace Coulisse.Fuzz.Targets;

/// <summary>A whole site's backup, given back: <c>protocol/backup.md</c>.</summary>
internal static class BackupTargets
{
    public static IEnumerable<FuzzTarget> Of(BackupWorld world) =>
    [
        Of("backup-as-written", world.Backups, input => AsWritten(world, input)),
        Of("backup-under-a-good-sum", [.. world.Backups.Select(one => one[..^BackupSum.LineBytes])],
            input => world.Restore(input, isSummed: true)),
    ];

    private static Answer AsWritten(BackupWorld world, byte[] input) =>
        world.Restore(input, isSummed: false) switch
        {
            Answer.Accepted when !world.Backups.Any(one => one.AsSpan().SequenceEqual(input)) =>
                new Answer.Broken("A backup was taken that no page wrote."),
            var answer => answer,
        };

    // Most of the work is the system's and SQLite's, outside of our memory.
    private static FuzzTarget Of(string name, IReadOnlyList<byte[]> seeds, Func<byte[], Answer> read) =>
        new(name, InputForm.Pages, seeds, read)
        {
            AllocatedFloor = 4 << 20,
            InputBytesMax = 2 << 20,
            TimeMax = TimeSpan.FromSeconds(5),
        };
}
