using System.CommandLine;
using System.Globalization;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.Storage;

namespace Coulisse.Signals.Verbs;

/// <summary><c>coulisse page backup FILE</c> and <c>coulisse page restore FILE</c>: the whole site, one file.</summary>
internal static class BackupVerbs
{
    public static Command BuildBackup()
    {
        var target = new Argument<string>("FILE") { Description = "The backup to write. It must not exist; only you may read it." };
        var file = CommonOptions.File();
        var backup = new Command("backup", "Copy the whole page into one file, also while it runs. Example: coulisse page backup monday.page")
        {
            target, file,
        };
        backup.SetAction((arguments, _) => CommonOptions.GuardAsync(() =>
        {
            if (!File.Exists(arguments.GetValue(file)))
                return Task.FromResult(CommonOptions.Say($"There is no page at '{arguments.GetValue(file)}'. Name its file with --file.", ExitCode.Refused));
            using var database = Database.Open(arguments.GetValue(file)!, besideARunningPage: true);
            var size = Backup.Take(database, arguments.GetValue(target)!);
            Console.WriteLine($"Wrote {Path.GetFullPath(arguments.GetValue(target)!)}, {size:N0} bytes, checked. It holds accounts: keep it safe.");
            return Task.FromResult(ExitCode.Done);
        }));
        return backup;
    }

    public static Command BuildRestore()
    {
        var source = new Argument<string>("FILE") { Description = "A backup." };
        var file = CommonOptions.File();
        var restore = new Command("restore", "Put a backup in the page's place; what stood there is set aside. Example: coulisse page restore monday.page")
        {
            source, file,
        };
        restore.SetAction((arguments, _) => CommonOptions.GuardAsync(() =>
        {
            var stamp = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            var aside = Backup.Restore(arguments.GetValue(source)!, arguments.GetValue(file)!, stamp);
            Console.WriteLine($"Restored {Path.GetFullPath(arguments.GetValue(file)!)}.");
            if (aside is not null)
                Console.WriteLine($"What stood there before is {aside}.");
            return Task.FromResult(ExitCode.Done);
        }));
        return restore;
    }
}
